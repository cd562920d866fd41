import { Module } from '@nestjs/common';
import { CallerReader } from '@huiji/platform';
import { AccessTokens } from './access-token.service';
import { SessionResolver } from './graphql/session.resolver';
import { TrailResolver } from './graphql/trail.resolver';
import { IdentityRepository } from './persistence/identity.repository';
import { SessionService } from './session.service';
import { TrailService } from './trail.service';
import { UserService } from './user.service';

/** Users, memberships and log-ins; reads who calls. */
@Module({
  providers: [
    IdentityRepository,
    AccessTokens,
    { provide: CallerReader, useExisting: AccessTokens },
    SessionService,
    UserService,
    TrailService,
    SessionResolver,
    TrailResolver,
  ],
  exports: [CallerReader, AccessTokens, SessionService, UserService],
})
export class IdentityModule {}
