import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { useOrganisationName, useOrganisations, type Organisation } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { FormDialog } from '../../pieces/form-dialog';
import { MakeContracts } from '../contracts/contracts.documents';
import { Awards } from './rounds.documents';

type Award = ResultOf<typeof Awards>['awards']['edges'][number]['node'];

const manufacturerNames = (awards: readonly Award[]): ReadonlySet<string> =>
  new Set(awards.map((award) => award.manufacturer.nameZh));

/** One main contract per award, one sub-contract per hospital; each winner names who delivers for it. */
export const MakeContractsForm = ({ periodId }: { periodId: string }) => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  const organisations = useOrganisations();
  const awards = usePages(Awards, { periodId }, (data) => data.awards, { pageSize: 200 });
  const make = useAct('contractsMake', MakeContracts, (data) => data.contractsMake);
  const names = manufacturerNames(awards.rows ?? []);
  const winners = organisations.filter((each) => each.kind === 'MANUFACTURER' && names.has(each.nameZh));
  const suppliers = organisations.filter((each) => each.kind === 'SUPPLIER');
  const send = (chosen: Readonly<Record<string, string | undefined>>) =>
    make.act({
      periodId,
      distributors: Object.entries(chosen).flatMap(([manufacturerId, supplierId]) =>
        supplierId === undefined ? [] : [{ manufacturerId, supplierId }],
      ),
    });
  const options = suppliers.map((supplier: Organisation) => ({ value: supplier.id, label: nameOf(supplier) }));
  return (
    <FormDialog<Readonly<Record<string, string | undefined>>>
      label={t('contracts.make')}
      kind="primary"
      act={make}
      send={send}
      initial={Object.fromEntries(
        winners.map((winner) => [winner.id, suppliers.length === 1 ? suppliers[0]?.id : undefined]),
      )}
    >
      <p>{t('contracts.makeWords')}</p>
      {winners.map((winner) => (
        <Form.Item key={winner.id} name={winner.id} label={nameOf(winner)} style={{ marginBottom: 8 }}>
          <Select options={options} showSearch={{ optionFilterProp: 'label' }} allowClear />
        </Form.Item>
      ))}
    </FormDialog>
  );
};
