import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { Empty } from '../pieces/empty';
import { Page, Panel } from '../pieces/page';

/** A page that broke: says so, and offers the two ways on. */
export const BrokenPage = () => {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Page title={t('broken.title')}>
      <Panel title={t('broken.title')}>
        <Empty
          title={t('broken.words')}
          action={
            <Button
              type="primary"
              onClick={() => {
                window.location.reload();
              }}
            >
              {t('broken.reload')}
            </Button>
          }
        >
          <span className="small">{error instanceof Error ? error.message : ''}</span>
        </Empty>
      </Panel>
    </Page>
  );
};

export const NoSuchPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('broken.noPage')}>
      <Panel title={t('broken.noPage')}>
        <Empty title={t('broken.noPageWords')} action={<Link to="/">{t('rooms.home')}</Link>} />
      </Panel>
    </Page>
  );
};
