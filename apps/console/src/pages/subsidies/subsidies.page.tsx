import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Day, Money, Units } from '../../pieces/figures';
import { FormDialog } from '../../pieces/form-dialog';
import { Page, Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import { Table } from '../../pieces/table';
import { CreateRun, Runs } from './subsidies.documents';

/** Monthly runs of care subsidies. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const reading = useRead(Runs, { month: null });
  return (
    <Page
      title={t('subsidies.title')}
      lead={t('subsidies.lead')}
      actions={may(role, 'subsidyRunCreate') ? <Create /> : undefined}
    >
      <Panel title={t('subsidies.runs')} flush>
        <Read reading={reading}>
          {({ subsidyRuns }) =>
            subsidyRuns.length === 0 ? (
              <Empty title={t('subsidies.none')}>{t('subsidies.noneWords')}</Empty>
            ) : (
              <Table
                caption={t('subsidies.runs')}
                keyOf={(run) => run.id}
                rows={subsidyRuns}
                columns={[
                  {
                    key: 'month',
                    head: t('subsidies.month'),
                    cell: (run) => <Link to={`/subsidies/${run.id}`}>{run.month}</Link>,
                  },
                  { key: 'sequence', head: t('subsidies.sequence'), end: true, cell: (run) => run.sequence },
                  {
                    key: 'state',
                    head: t('subsidies.state'),
                    cell: (run) => <StateTag noun="subsidyRun" state={run.state} />,
                  },
                  { key: 'made', head: t('subsidies.madeOn'), cell: (run) => <Day date={run.madeOn} /> },
                  {
                    key: 'people',
                    head: t('subsidies.people'),
                    end: true,
                    cell: (run) => <Units count={run.peopleCount} />,
                  },
                  {
                    key: 'paid',
                    head: t('subsidies.paid'),
                    end: true,
                    cell: (run) => <Units count={run.paidPeopleCount} />,
                  },
                  {
                    key: 'exceptions',
                    head: t('subsidies.exceptions'),
                    end: true,
                    cell: (run) => <Units count={run.exceptionCount} />,
                  },
                  { key: 'total', head: t('subsidies.total'), end: true, cell: (run) => <Money amount={run.total} /> },
                ]}
              />
            )
          }
        </Read>
      </Panel>
    </Page>
  );
};

const monthBefore = (day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 1 ? `${(year - 1).toString()}-12` : `${year.toString()}-${(month - 1).toString().padStart(2, '0')}`;
};

const Create = () => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const create = useAct('subsidyRunCreate', CreateRun, (data) => data.subsidyRunCreate);
  return (
    <FormDialog<{ month: string }>
      label={t('subsidies.create')}
      kind="primary"
      act={create}
      initial={{ month: monthBefore(businessDate) }}
      send={(values) => create.act(values)}
    >
      <Form.Item
        name="month"
        label={t('subsidies.month')}
        extra={t('subsidies.createLead')}
        rules={[{ required: true, message: t('pieces.required') }]}
      >
        <Input type="month" max={monthBefore(businessDate)} />
      </Form.Item>
    </FormDialog>
  );
};
