import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useOrganisationName, useOrganisations } from '../../api/directory';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { ActForm } from '../../pieces/act-form';
import { Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { AssignVisit, Roster } from './applications.documents';

interface Values {
  readonly assessorIds: string[];
  readonly visitOn: string;
  readonly visitPlace: string;
}

/** Sends two assessors, at least one an expert. After an objection: other people of another institution. */
export const VisitForm = ({
  applicationId,
  person,
  again,
}: {
  applicationId: string;
  person: { readonly street: string };
  again: boolean;
}) => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const organisations = useOrganisations();
  const nameOf = useOrganisationName();
  const reading = useRead(Roster, {});
  const assign = useAct('visitAssign', AssignVisit, (data) => data.visitAssign);
  const required = { required: true, message: t('pieces.required') };
  return (
    <Panel title={t('applications.assign')} note={again ? t('applications.assignAgain') : t('applications.assignNote')}>
      <Read reading={reading}>
        {({ assessors }) => (
          <ActForm<Values>
            submit={t('applications.assign')}
            act={assign}
            initial={{ visitOn: businessDate, visitPlace: person.street }}
            send={(values) => assign.act({ applicationId, ...values })}
          >
            <Form.Item
              name="assessorIds"
              label={t('applications.assessors')}
              className="wide"
              rules={[
                required,
                {
                  validator: (_rule, chosen: string[] | undefined) =>
                    chosen?.length === 2 ? Promise.resolve() : Promise.reject(new Error(t('applications.twoPeople'))),
                },
              ]}
            >
              <Select
                mode="multiple"
                maxCount={2}
                showSearch={{ optionFilterProp: 'label' }}
                options={assessors.map((assessor) => {
                  const organisation = organisations.find(({ id }) => id === assessor.organisationId);
                  return {
                    value: assessor.id,
                    label: [
                      assessor.fullName,
                      assessor.expert ? t('applications.expert') : t('applications.assessor'),
                      organisation === undefined ? '' : nameOf(organisation),
                      t('applications.until', { day: assessor.certificateExpiresOn }),
                    ].join(' · '),
                  };
                })}
              />
            </Form.Item>
            <Form.Item name="visitOn" label={t('applications.visitOn')} rules={[required]}>
              <Input type="date" min={businessDate} />
            </Form.Item>
            <Form.Item name="visitPlace" label={t('applications.visitPlace')} rules={[required]}>
              <Input maxLength={120} />
            </Form.Item>
          </ActForm>
        )}
      </Read>
    </Panel>
  );
};
