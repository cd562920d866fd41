import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { useOrganisationName } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Day, Money } from '../../pieces/figures';
import { FormDialog } from '../../pieces/form-dialog';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import { StateTag, type StateOf } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { CreateBatch, Payables } from './payables.documents';

type Payable = ResultOf<typeof Payables>['payables']['edges'][number]['node'];
const kinds = ['SUPPLIER_INVOICE', 'RETAINED_SAVINGS', 'CARE_SUBSIDY'] as const;
const states = ['OPEN', 'BATCHED', 'PAID'] as const;
type Kind = (typeof kinds)[number];

/** What the fund owes, first due first; the clerk makes a batch of it. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  return (
    <Page
      title={t('payables.title')}
      lead={t('payables.lead')}
      actions={may(role, 'batchCreate') ? <MakeBatch /> : undefined}
    >
      <PayablesPanel />
    </Page>
  );
};

const sourcePage: Readonly<Record<Kind, ((id: string) => string) | undefined>> = {
  SUPPLIER_INVOICE: (id) => `/invoices/${id}`,
  RETAINED_SAVINGS: (id) => `/savings/sheets/${id}`,
  CARE_SUBSIDY: undefined,
};

const PayablesPanel = () => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  const [kind, setKind] = useState<Kind | null>(null);
  const [state, setState] = useState<StateOf<'payable'> | null>('OPEN');
  const pages = usePages(Payables, { kind, state }, (data) => data.payables);
  const columns: readonly Column<Payable>[] = [
    { key: 'payee', head: t('payables.payee'), cell: (payable) => payable.payee.name },
    {
      key: 'kind',
      head: t('payables.kind'),
      cell: (payable) => {
        const to = sourcePage[payable.kind]?.(payable.sourceId);
        const words = t(`payables.kinds.${payable.kind}`);
        return to === undefined ? words : <Link to={to}>{words}</Link>;
      },
    },
    {
      key: 'hospital',
      head: t('payables.hospital'),
      cell: (payable) => (payable.hospital === null ? '' : nameOf(payable.hospital)),
    },
    { key: 'due', head: t('payables.due'), cell: (payable) => <Due payable={payable} /> },
    { key: 'state', head: t('payables.state'), cell: (payable) => <Standing payable={payable} /> },
    { key: 'amount', head: t('payables.amount'), end: true, cell: (payable) => <Money amount={payable.amount} /> },
  ];
  return (
    <Panel
      title={t('payables.list')}
      flush
      extra={
        <>
          <Select<Kind | ''>
            aria-label={t('payables.kind')}
            value={kind ?? ''}
            onChange={(value) => {
              setKind(value === '' ? null : value);
            }}
            style={{ minWidth: 140 }}
            options={[
              { value: '', label: t('payables.allKinds') },
              ...kinds.map((value) => ({ value, label: t(`payables.kinds.${value}`) })),
            ]}
          />
          <Select<StateOf<'payable'> | ''>
            aria-label={t('payables.state')}
            value={state ?? ''}
            onChange={(value) => {
              setState(value === '' ? null : value);
            }}
            style={{ minWidth: 130 }}
            options={[
              { value: '', label: t('payables.allStates') },
              ...states.map((value) => ({ value, label: t(`states.payable.${value}`) })),
            ]}
          />
        </>
      }
    >
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(payable) => payable.id}
        caption={t('payables.list')}
        empty={<Empty title={t('payables.none')}>{t('payables.noneWords')}</Empty>}
      />
    </Panel>
  );
};

/** When it is due, and whether that is over by the date of the area. */
const Due = ({ payable }: { payable: Payable }) => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  return (
    <>
      <Day date={payable.dueDate} />{' '}
      {payable.state !== 'PAID' && payable.dueDate < businessDate ? (
        <Tag tone="warn">{t('payables.overdue')}</Tag>
      ) : null}
    </>
  );
};

const Standing = ({ payable }: { payable: Payable }) => {
  const { t } = useTranslation();
  return (
    <>
      <StateTag noun="payable" state={payable.state} />{' '}
      {payable.heldReason === null ? null : (
        <Tag tone="bad">{t(`payables.held.${payable.heldReason}`, { since: payable.heldSince ?? '' })}</Tag>
      )}
    </>
  );
};

const MakeBatch = () => {
  const { t } = useTranslation();
  const go = useNavigate();
  const create = useAct('batchCreate', CreateBatch, (data) => data.batchCreate);
  const send = async ({ chosen, dueBy }: { chosen: Kind[]; dueBy?: string }) => {
    const done = await create.act({ kinds: chosen, ...(dueBy ? { dueBy } : {}) });
    if (done !== undefined) await go(`/batches/${done.id}`);
    return done;
  };
  return (
    <FormDialog<{ chosen: Kind[]; dueBy?: string }>
      label={t('payables.makeBatch')}
      kind="primary"
      act={create}
      initial={{ chosen: [...kinds] }}
      send={send}
    >
      <p>{t('payables.makeBatchWords')}</p>
      <Form.Item name="chosen" label={t('payables.kind')} rules={[{ required: true, message: t('pieces.required') }]}>
        <Checkbox.Group options={kinds.map((value) => ({ value, label: t(`payables.kinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="dueBy" label={t('payables.dueBy')} extra={t('payables.dueByHint')}>
        <Input type="date" />
      </Form.Item>
    </FormDialog>
  );
};
