import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { usePages } from '../../api/use-read';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { Empty } from '../../pieces/empty';
import { Percent, Units } from '../../pieces/figures';
import { FormDialog } from '../../pieces/form-dialog';
import { Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import type { Column } from '../../pieces/table';
import { ActivateContracts, ComputeVolumes, SignOnPaper, Volumes } from '../contracts/contracts.documents';
import { MakeContractsForm } from './make-contracts-form';
import type { Period } from './period.page';

type Volume = ResultOf<typeof Volumes>['varietyVolumes']['edges'][number]['node'];

/** Base × ratio = agreed volume, variety by variety, and the next step on the way to contracts. */
export const PeriodVolumes = ({ period }: { period: Period }) => {
  const { t, i18n } = useTranslation();
  const { role } = useMe();
  const agency = role.startsWith('AGENCY') || role === 'AUDITOR';
  const pages = usePages(Volumes, { periodId: period.id }, (data) => data.varietyVolumes, { when: agency });
  if (!agency) return null;
  const columns: readonly Column<Volume>[] = [
    {
      key: 'variety',
      head: t('reports.variety'),
      cell: (volume) => (i18n.language === 'en' ? volume.variety.genericNameEn : volume.variety.genericNameZh),
    },
    { key: 'winners', head: t('contracts.winners'), end: true, cell: (volume) => volume.winnerCount },
    {
      key: 'base',
      head: t('contracts.base'),
      end: true,
      cell: (volume) => <Units count={volume.baseQuantity} unit={volume.variety.smallestUnitZh} />,
    },
    { key: 'ratio', head: t('contracts.ratio'), end: true, cell: (volume) => <Percent bp={volume.ratio} /> },
    {
      key: 'agreed',
      head: t('contracts.agreed'),
      end: true,
      cell: (volume) => <Units count={volume.agreedQuantity} unit={volume.variety.smallestUnitZh} />,
    },
  ];
  return (
    <Panel
      title={t('contracts.volumes')}
      note={t('contracts.volumesNote')}
      flush
      extra={may(role, 'agreedVolumesCompute') ? <NextStep period={period} /> : undefined}
    >
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(volume) => volume.variety.id}
        caption={t('contracts.volumes')}
        empty={<Empty title={t('contracts.noVolumes')}>{t('contracts.noVolumesWords')}</Empty>}
      />
    </Panel>
  );
};

const NextStep = ({ period }: { period: Period }) => {
  const { t } = useTranslation();
  const compute = useAct('agreedVolumesCompute', ComputeVolumes, (data) => data.agreedVolumesCompute);
  const activate = useAct('contractsActivate', ActivateContracts, (data) => data.contractsActivate);
  const paper = useAct('contractsSignOnPaper', SignOnPaper, (data) => data.contractsSignOnPaper);
  const periodId = period.id;
  if (period.state === 'PLANNED')
    return (
      <ActDialog
        label={t('contracts.compute')}
        title={t('contracts.compute')}
        kind="primary"
        consequence={t('contracts.computeConsequence')}
        act={compute}
        send={() => compute.act({ periodId })}
      />
    );
  if (period.state === 'ALLOCATED') return <MakeContractsForm periodId={periodId} />;
  if (period.state !== 'CONTRACTED') return null;
  return (
    <>
      <FormDialog<{ note: string }>
        label={t('contracts.onPaper')}
        act={paper}
        send={(values) => paper.act({ periodId, ...values })}
      >
        <p>{t('contracts.onPaperWords')}</p>
        <Form.Item
          name="note"
          label={t('contracts.onPaperNote')}
          rules={[{ required: true, message: t('pieces.required') }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      </FormDialog>
      <ActDialog
        label={t('contracts.activate')}
        title={t('contracts.activate')}
        kind="primary"
        consequence={t('contracts.activateConsequence')}
        act={activate}
        send={() => activate.act({ periodId })}
      />
    </>
  );
};
