import type { Role } from '@huiji/platform';
import type { PersonAccount, Proposal } from '../model/person-account';
import type { PersonAccountType, ProposalType } from './people.type';

export const accountView = (account: PersonAccount): PersonAccountType => ({
  ...account,
  roles: account.roles.map((held) => ({
    id: held.id,
    organisation: { id: held.organisationId, nameZh: held.organisationNameZh, nameEn: held.organisationNameEn },
    role: held.role as Role,
    endedAt: held.endedAt,
  })),
});

export const proposalView = (proposal: Proposal, viewerId: string): ProposalType => ({
  id: proposal.id,
  kind: proposal.kind,
  state: proposal.state,
  personId: proposal.userId,
  personName: proposal.personName,
  organisation:
    proposal.organisationId === null
      ? null
      : {
          id: proposal.organisationId,
          nameZh: proposal.organisationNameZh ?? '',
          nameEn: proposal.organisationNameEn ?? '',
        },
  role: proposal.role as Role | null,
  mine: proposal.proposedBy === viewerId,
  proposedByName: proposal.proposedByName,
  proposedAt: proposal.proposedAt,
  decidedByName: proposal.decidedByName,
  decidedAt: proposal.decidedAt,
});
