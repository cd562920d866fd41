import { useTranslation } from 'react-i18next';
import { Page } from '../../pieces/page';

export const Component = () => {
  const { t } = useTranslation();
  return <Page title={t('rooms.home')}>{null}</Page>;
};
