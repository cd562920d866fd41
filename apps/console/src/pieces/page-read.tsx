import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '../api/use-read';
import { FaultNotice } from './notice';
import { Page } from './page';
import { Waiting } from './pages-table';

/** A page that stands on one read: while it waits, and when it failed, it is a page with a head all the same. */
export const PageRead = <Result,>({
  reading,
  children,
}: {
  reading: Reading<Result>;
  children: (data: Result) => ReactNode;
}) => {
  const { t } = useTranslation();
  if (reading.data !== undefined) return <>{children(reading.data)}</>;
  if (reading.fault === undefined)
    return (
      <Page title={t('pieces.loading')}>
        <Waiting />
      </Page>
    );
  return (
    <Page title={reading.fault.kind === 'told' ? reading.fault.message : t(`faults.${reading.fault.kind}.title`)}>
      <FaultNotice fault={reading.fault} retry={reading.retry} />
    </Page>
  );
};
