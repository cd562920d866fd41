import { useTranslation } from 'react-i18next';
import { useOrganisationName } from '../../api/directory';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { ActDialog } from '../../pieces/act-dialog';
import { Instant } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { Table, type Column } from '../../pieces/table';
import { Tag, type Tone } from '../../pieces/tag';
import { ConfirmProposal, RefuseProposal, RoleProposals, type RoleProposal } from './users.documents';

const tones: Record<RoleProposal['state'], Tone> = { PROPOSED: 'waiting', CONFIRMED: 'good', REFUSED: 'bad' };

/** What waits for a second administrator. */
export const ProposalsPanel = () => {
  const { t } = useTranslation();
  const reading = useRead(RoleProposals, {});
  const columns: readonly Column<RoleProposal>[] = [
    { key: 'person', head: t('users.displayName'), cell: (proposal) => proposal.personName },
    { key: 'matter', head: t('users.matter'), cell: (proposal) => <Matter proposal={proposal} /> },
    { key: 'by', head: t('users.proposedBy'), cell: (proposal) => proposal.proposedByName },
    { key: 'at', head: t('users.proposedAt'), cell: (proposal) => <Instant at={proposal.proposedAt} /> },
    {
      key: 'state',
      head: t('users.state'),
      cell: ({ state }) => <Tag tone={tones[state]}>{t(`users.states.${state}`)}</Tag>,
    },
    { key: 'acts', head: t('users.acts'), cell: (proposal) => <ProposalActs proposal={proposal} /> },
  ];
  return (
    <Panel title={t('users.proposals')} flush>
      <Read reading={reading}>
        {({ roleProposals }) => (
          <Table columns={columns} rows={roleProposals} keyOf={({ id }) => id} caption={t('users.proposals')} />
        )}
      </Read>
    </Panel>
  );
};

const Matter = ({ proposal }: { proposal: RoleProposal }) => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  if (proposal.role === null || proposal.organisation === null) return <>{t('users.kinds.secondFactorReset')}</>;
  const organisation = nameOf(proposal.organisation);
  return <>{t('users.kinds.membership', { role: t(`roles.${proposal.role}`), organisation })}</>;
};

const ProposalActs = ({ proposal }: { proposal: RoleProposal }) => {
  const { t } = useTranslation();
  const confirm = useAct('proposalConfirm', ConfirmProposal, (data) => data.proposalConfirm);
  const refuse = useAct('proposalRefuse', RefuseProposal, (data) => data.proposalRefuse);
  if (proposal.state !== 'PROPOSED') return <>{proposal.decidedByName}</>;
  const no = t(proposal.mine ? 'users.takeBack' : 'users.refuse');
  return (
    <div className="row">
      {proposal.mine ? null : (
        <ActDialog
          small
          kind="primary"
          label={t('users.confirm')}
          title={t('users.confirm')}
          consequence={t('users.confirmConsequence')}
          act={confirm}
          send={() => confirm.act({ proposalId: proposal.id })}
        />
      )}
      <ActDialog
        small
        label={no}
        title={no}
        consequence={t('users.refuseConsequence')}
        act={refuse}
        send={() => refuse.act({ proposalId: proposal.id })}
      />
    </div>
  );
};
