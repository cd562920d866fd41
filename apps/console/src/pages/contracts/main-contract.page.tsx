import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../pieces/page';
import { SubContractsPanel } from './sub-contracts-panel';

/** The sub-contracts of one main contract. */
export const Component = () => {
  const { t } = useTranslation();
  const { periodId = '', mainContractId = '' } = useParams();
  return (
    <Page
      title={t('contracts.subs')}
      trail={[{ words: t('contracts.title'), to: `/contracts?period=${periodId}` }, { words: t('contracts.subs') }]}
    >
      <SubContractsPanel periodId={periodId} mainContractId={mainContractId} />
    </Page>
  );
};
