import { Module } from '@nestjs/common';
import { CallerReader } from '@huiji/platform';
import { AccessTokens } from './access-token.service';
import { ProposalResolver } from './people/graphql/proposal.resolver';
import { PeopleResolver } from './people/graphql/people.resolver';
import { DelegationResolver } from './people/graphql/delegation.resolver';
import { OidcResolver } from './oidc/graphql/oidc.resolver';
import { ApiKeyResolver } from './keys/graphql/api-key.resolver';
import { OwnAccounts } from './credentials/own-account.service';
import { AccountResolver } from './credentials/graphql/account.resolver';
import { Callers } from './caller-reader.service';
import { Passwords } from './credentials/passwords.service';
import { CredentialRepository } from './credentials/persistence/credential.repository';
import { SecondFactors } from './credentials/second-factors.service';
import { DoorResolver } from './graphql/door.resolver';
import { SessionResolver } from './graphql/session.resolver';
import { TrailResolver } from './graphql/trail.resolver';
import { ApiKeys } from './keys/api-keys.service';
import { ApiKeyRepository } from './keys/persistence/api-key.repository';
import { LogInService } from './log-in.service';
import { OidcIssuers } from './oidc/oidc-issuers.service';
import { OidcLogIn } from './oidc/oidc-log-in.service';
import { OidcRepository } from './oidc/persistence/oidc.repository';
import { ProviderClient } from './oidc/provider-client';
import { Delegations } from './people/delegations.service';
import { People } from './people/people.service';
import { DelegationRepository } from './people/persistence/delegation.repository';
import { PeopleRepository } from './people/persistence/people.repository';
import { ProposalRepository } from './people/persistence/proposal.repository';
import { Proposals } from './people/proposals.service';
import { IdentityRepository } from './persistence/identity.repository';
import { OrganisationReader } from './persistence/organisation.reader';
import { SessionRepository } from './persistence/session.repository';
import { TicketRepository } from './persistence/ticket.repository';
import { SessionService } from './session.service';
import { ShownSecrets } from './shown-secrets';
import { Standing } from './standing.service';
import { Attempts } from './throttle/attempts.service';
import { AttemptRepository } from './throttle/persistence/attempt.repository';
import { TrailService } from './trail.service';
import { UserService } from './user.service';

const rows = [
  ApiKeyRepository,
  AttemptRepository,
  CredentialRepository,
  DelegationRepository,
  IdentityRepository,
  OidcRepository,
  OrganisationReader,
  PeopleRepository,
  ProposalRepository,
  SessionRepository,
  TicketRepository,
];

/** People, memberships and log-ins, the keys of other systems; reads who calls. */
@Module({
  providers: [
    ...rows,
    AccessTokens,
    ApiKeys,
    Attempts,
    Callers,
    { provide: CallerReader, useExisting: Callers },
    Delegations,
    LogInService,
    OidcIssuers,
    OidcLogIn,
    OwnAccounts,
    Passwords,
    People,
    Proposals,
    ProviderClient,
    SecondFactors,
    SessionService,
    ShownSecrets,
    Standing,
    TrailService,
    UserService,
    AccountResolver,
    ApiKeyResolver,
    DelegationResolver,
    DoorResolver,
    OidcResolver,
    PeopleResolver,
    ProposalResolver,
    SessionResolver,
    TrailResolver,
  ],
  exports: [CallerReader, AccessTokens, OidcLogIn, SessionService, UserService],
})
export class IdentityModule {}
