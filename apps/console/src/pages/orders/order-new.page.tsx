import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { useOrganisationName } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { Empty } from '../../pieces/empty';
import { Money, Units } from '../../pieces/figures';
import { FaultNotice, RefusalNotice } from '../../pieces/notice';
import { Page, Panel } from '../../pieces/page';
import { Waiting } from '../../pieces/pages-table';
import { Table } from '../../pieces/table';
import { SubContracts } from '../contracts/contracts.documents';
import { statedAmount, sumYuan } from '../invoices/line-amount';
import { usePeriods } from '../rounds/use-periods';
import { PlaceOrder } from './order-acts.documents';

type Sub = ResultOf<typeof SubContracts>['subContracts']['edges'][number]['node'];

/** The basket: packs per product of one supplier, at the contract's price. Nobody types a price. */
export const Component = () => {
  const { t } = useTranslation();
  const periods = usePeriods();
  const period = periods?.find((each) => each.period.state === 'IN_FORCE')?.period;
  const pages = usePages(
    SubContracts,
    { periodId: period?.id ?? '', mainContractId: null },
    (data) => data.subContracts,
    {
      pageSize: 200,
      when: period !== undefined,
    },
  );
  return (
    <Page
      title={t('orders.place')}
      lead={t('orders.placeLead')}
      trail={[{ words: t('orders.title'), to: '/orders' }, { words: t('orders.place') }]}
    >
      <FaultNotice fault={pages.fault} retry={pages.retry} />
      {periods !== undefined && period === undefined ? (
        <Panel title={t('orders.basket')}>
          <Empty title={t('orders.noContract')}>{t('orders.noContractWords')}</Empty>
        </Panel>
      ) : pages.rows === undefined ? (
        <Waiting />
      ) : (
        <Basket contracts={pages.rows} />
      )}
    </Page>
  );
};

const packs = /^[1-9]\d{0,8}$/;
const unitsOf = (count: string, contract: Sub): string =>
  packs.test(count) ? (BigInt(count) * BigInt(contract.product.unitsPerPack)).toString() : '';
const amountOf = (count: string, contract: Sub): string | undefined => {
  const price = contract.lines[0]?.price;
  return price === undefined ? undefined : statedAmount(unitsOf(count, contract), price.amount, price.units);
};

const Basket = ({ contracts }: { contracts: readonly Sub[] }) => {
  const { t, i18n } = useTranslation();
  const go = useNavigate();
  const nameOf = useOrganisationName();
  const suppliers = [...new Map(contracts.map((contract) => [contract.supplier.nameZh, contract.supplier])).values()];
  const [supplier, setSupplier] = useState(suppliers[0]?.nameZh ?? '');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const place = useAct('purchaseOrderPlace', PlaceOrder, (data) => data.purchaseOrderPlace);
  const offered = contracts.filter((contract) => contract.supplier.nameZh === supplier);
  const chosen = offered.filter((contract) => packs.test(typed[contract.product.id] ?? ''));
  const total = sumYuan(chosen.map((contract) => amountOf(typed[contract.product.id] ?? '', contract)));
  const send = async () => {
    const lines = chosen.map((contract) => ({
      productId: contract.product.id,
      packs: typed[contract.product.id] ?? '0',
    }));
    const done = await place.act({ lines });
    if (done !== undefined) await go(`/orders/${done.id}`);
  };
  return (
    <>
      <Panel
        title={t('orders.basket')}
        note={t('orders.basketNote')}
        flush
        extra={
          <Select
            aria-label={t('orders.supplier')}
            value={supplier}
            onChange={setSupplier}
            style={{ minWidth: 220, maxWidth: '100%' }}
            options={suppliers.map((each) => ({ value: each.nameZh, label: nameOf(each) }))}
          />
        }
      >
        <Table
          caption={t('orders.basket')}
          keyOf={(contract) => contract.id}
          rows={offered}
          toneOf={(contract) => (packs.test(typed[contract.product.id] ?? '') ? 'chosen' : undefined)}
          columns={[
            {
              key: 'product',
              head: t('invoices.product'),
              cell: (contract) => (
                <>
                  {i18n.language === 'en' ? contract.variety.genericNameEn : contract.variety.genericNameZh}{' '}
                  {contract.product.strength}
                  <div className="muted small">{nameOf(contract.manufacturer)}</div>
                </>
              ),
            },
            {
              key: 'agreed',
              head: t('contracts.agreed'),
              end: true,
              cell: (contract) => (
                <Units count={contract.lines[0]?.agreedQuantity} unit={contract.variety.smallestUnitZh} />
              ),
            },
            {
              key: 'price',
              head: t('rounds.price'),
              end: true,
              cell: (contract) => (
                <>
                  <Money amount={contract.lines[0]?.price.amount} />
                  <span className="muted small"> / {contract.lines[0]?.price.units}</span>
                </>
              ),
            },
            {
              key: 'packs',
              head: t('orders.packs'),
              width: '11em',
              cell: (contract) => (
                <Input
                  inputMode="numeric"
                  aria-label={`${contract.variety.genericNameZh} ${t('orders.packs')}`}
                  value={typed[contract.product.id] ?? ''}
                  status={
                    (typed[contract.product.id] ?? '') === '' || packs.test(typed[contract.product.id] ?? '')
                      ? ''
                      : 'error'
                  }
                  onChange={(event) => {
                    setTyped((before) => ({ ...before, [contract.product.id]: event.target.value.trim() }));
                  }}
                />
              ),
            },
            {
              key: 'units',
              head: t('orders.units'),
              end: true,
              cell: (contract) => (
                <Units
                  count={unitsOf(typed[contract.product.id] ?? '', contract) || null}
                  unit={contract.variety.smallestUnitZh}
                />
              ),
            },
            {
              key: 'amount',
              head: t('orders.amount'),
              end: true,
              cell: (contract) => <Money amount={amountOf(typed[contract.product.id] ?? '', contract)} />,
            },
          ]}
        />
      </Panel>
      <RefusalNotice refused={place.refused} />
      <FaultNotice fault={place.fault} />
      <div className="sticky-acts">
        <span>
          {t('orders.basketSum', { lines: chosen.length })}{' '}
          <strong>
            <Money amount={total} unit />
          </strong>
        </span>
        <Button type="primary" disabled={chosen.length === 0} loading={place.pending} onClick={() => void send()}>
          {t('orders.send')}
        </Button>
      </div>
    </>
  );
};
