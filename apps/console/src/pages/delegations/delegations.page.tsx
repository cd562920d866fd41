import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { Empty } from '../../pieces/empty';
import { Day } from '../../pieces/figures';
import { FormDialog } from '../../pieces/form-dialog';
import { Page, Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { Table, type Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { Colleagues, Delegations, MakeDelegation, RevokeDelegation, type Delegation } from './delegations.documents';

/** Memberships in other hands for some days: one's own, from one and to one; for administrators all of the area. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const reading = useRead(Delegations, {});
  const columns: readonly Column<Delegation>[] = [
    { key: 'from', head: t('delegations.from'), cell: ({ fromName }) => fromName },
    { key: 'to', head: t('delegations.to'), cell: ({ toName }) => toName },
    { key: 'role', head: t('delegations.role'), cell: (delegation) => t(`roles.${delegation.role}`) },
    {
      key: 'dates',
      head: t('delegations.dates'),
      cell: ({ fromDate, untilDate }) => (
        <>
          <Day date={fromDate} /> – <Day date={untilDate} />
        </>
      ),
    },
    { key: 'reason', head: t('delegations.reason'), cell: ({ reason }) => reason },
    { key: 'state', head: t('delegations.state'), cell: (delegation) => <State delegation={delegation} /> },
    { key: 'acts', head: t('delegations.acts'), cell: (delegation) => <Revoke delegation={delegation} /> },
  ];
  return (
    <Page
      title={t('delegations.title')}
      lead={t('delegations.lead')}
      actions={role === 'ADMINISTRATOR' ? undefined : <MakeForm />}
    >
      <Panel title={t('delegations.list')} flush>
        <Read reading={reading}>
          {({ delegations }) =>
            delegations.length === 0 ? (
              <Empty title={t('delegations.none')}>{t('delegations.noneWords')}</Empty>
            ) : (
              <Table columns={columns} rows={delegations} keyOf={({ id }) => id} caption={t('delegations.list')} />
            )
          }
        </Read>
      </Panel>
    </Page>
  );
};

const State = ({ delegation }: { delegation: Delegation }) => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  if (delegation.revokedAt !== null) return <Tag tone="bad">{t('delegations.revoked')}</Tag>;
  if (delegation.untilDate < businessDate) return <Tag tone="plain">{t('delegations.over')}</Tag>;
  if (delegation.fromDate > businessDate) return <Tag tone="waiting">{t('delegations.ahead')}</Tag>;
  return <Tag tone="good">{t('delegations.standing')}</Tag>;
};

const Revoke = ({ delegation }: { delegation: Delegation }) => {
  const { t } = useTranslation();
  const { role, businessDate } = useMe();
  const revoke = useAct('delegationRevoke', RevokeDelegation, (data) => data.delegationRevoke);
  const mayEnd = delegation.mine || role === 'ADMINISTRATOR';
  if (!mayEnd || delegation.revokedAt !== null || delegation.untilDate < businessDate) return null;
  return (
    <ActDialog
      small
      kind="danger"
      label={t('delegations.revoke')}
      title={t('delegations.revoke')}
      consequence={t('delegations.revokeConsequence')}
      act={revoke}
      send={() => revoke.act({ delegationId: delegation.id })}
    />
  );
};

interface Values {
  readonly delegateMembershipId: string;
  readonly fromDate: string;
  readonly untilDate: string;
  readonly reason: string;
}

const MakeForm = () => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const colleagues = useRead(Colleagues, {}).data?.colleagues ?? [];
  const make = useAct('delegationMake', MakeDelegation, (data) => data.delegationMake);
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <FormDialog<Values>
      label={t('delegations.make')}
      kind="primary"
      act={make}
      initial={{ fromDate: businessDate, untilDate: businessDate }}
      send={(values) => make.act(values)}
    >
      <Form.Item name="delegateMembershipId" label={t('delegations.to')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t('delegations.none2')}
          options={colleagues.map(({ membershipId, displayName, role }) => ({
            value: membershipId,
            label: `${displayName} · ${t(`roles.${role}`)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="fromDate" label={t('delegations.fromDate')} rules={required}>
        <Input type="date" min={businessDate} />
      </Form.Item>
      <Form.Item name="untilDate" label={t('delegations.untilDate')} extra={t('delegations.hint')} rules={required}>
        <Input type="date" min={businessDate} />
      </Form.Item>
      <Form.Item name="reason" label={t('delegations.reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
};
