import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { useOrganisationName, useOrganisations } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { Empty } from '../../pieces/empty';
import { Day, Percent } from '../../pieces/figures';
import { FormDialog } from '../../pieces/form-dialog';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { PlanForm } from './plan-form';
import { Campaigns, CloseCampaign, OpenCampaign, ReopenCampaign } from './campaigns.documents';

type Campaign = ResultOf<typeof Campaigns>['reportingCampaigns']['edges'][number]['node'];

/** Reporting campaigns: when hospitals report their needs, and how many have. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const pages = usePages(Campaigns, {}, (data) => data.reportingCampaigns);
  const columns: readonly Column<Campaign>[] = [
    {
      key: 'name',
      head: t('campaigns.name'),
      cell: (campaign) => <Link to={`/reports?campaign=${campaign.id}`}>{campaign.name}</Link>,
    },
    {
      key: 'state',
      head: t('campaigns.state'),
      cell: (campaign) => <StateTag noun="campaign" state={campaign.state} />,
    },
    { key: 'opens', head: t('campaigns.opensOn'), cell: (campaign) => <Day date={campaign.opensOn} /> },
    { key: 'closes', head: t('campaigns.closesOn'), cell: (campaign) => <Day date={campaign.closesOn} /> },
    { key: 'floor', head: t('campaigns.floor'), end: true, cell: (campaign) => <Percent bp={campaign.floor} /> },
    {
      key: 'counts',
      head: t('campaigns.counts'),
      cell: (campaign) => (
        <ul className="plain-list">
          {campaign.counts.map((count) => (
            <li key={count.state}>
              <StateTag noun="report" state={count.state} /> {count.reports}
            </li>
          ))}
        </ul>
      ),
    },
    ...(role === 'AGENCY_CLERK'
      ? [{ key: 'acts', head: t('campaigns.acts'), cell: (campaign: Campaign) => <CampaignActs campaign={campaign} /> }]
      : []),
  ];
  return (
    <Page
      title={t('campaigns.title')}
      lead={t('campaigns.lead')}
      actions={may(role, 'reportingCampaignPlan') ? <PlanForm /> : undefined}
    >
      <Panel title={t('campaigns.title')} flush>
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={(campaign) => campaign.id}
          caption={t('campaigns.title')}
          empty={<Empty title={t('campaigns.none')}>{t('campaigns.noneWords')}</Empty>}
        />
      </Panel>
    </Page>
  );
};

const CampaignActs = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTranslation();
  const open = useAct('reportingCampaignOpen', OpenCampaign, (data) => data.reportingCampaignOpen);
  const close = useAct('reportingCampaignClose', CloseCampaign, (data) => data.reportingCampaignClose);
  if (campaign.state === 'PLANNED')
    return (
      <ActDialog
        small
        kind="primary"
        label={t('campaigns.open')}
        title={t('campaigns.open')}
        consequence={t('campaigns.openConsequence')}
        act={open}
        send={() => open.act({ campaignId: campaign.id })}
      />
    );
  if (campaign.state === 'CLOSED') return <Reopen campaignId={campaign.id} />;
  return (
    <ActDialog
      small
      label={t('campaigns.close')}
      title={t('campaigns.close')}
      consequence={t('campaigns.closeConsequence')}
      act={close}
      send={() => close.act({ campaignId: campaign.id })}
    />
  );
};

const Reopen = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const nameOf = useOrganisationName();
  const hospitals = useOrganisations().filter((organisation) => organisation.kind === 'HOSPITAL');
  const reopen = useAct('reportingCampaignReopen', ReopenCampaign, (data) => data.reportingCampaignReopen);
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <FormDialog<{ hospitalId: string; until: string; reason: string }>
      label={t('campaigns.reopen')}
      act={reopen}
      initial={{ until: businessDate }}
      send={(values) => reopen.act({ campaignId, ...values })}
    >
      <Form.Item name="hospitalId" label={t('savings.hospital')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={hospitals.map((hospital) => ({ value: hospital.id, label: nameOf(hospital) }))}
        />
      </Form.Item>
      <Form.Item name="until" label={t('campaigns.until')} rules={required}>
        <Input type="date" min={businessDate} />
      </Form.Item>
      <Form.Item name="reason" label={t('trail.reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
};
