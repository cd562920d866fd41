import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../api/use-act';
import { AdvanceDate } from '../pages/notes/notes.documents';
import { FaultNotice, RefusalNotice } from '../pieces/notice';
import type { Me } from './me';

/** On every page of a demonstration area: that it is one, what day it is there, and how to move on. */
export const DemoBanner = ({ me }: { me: Me }) => {
  const { t } = useTranslation();
  const advance = useAct('areaDateAdvance', AdvanceDate, (data) => data.areaDateAdvance);
  return (
    <>
      <div className="demo" role="note">
        <strong>{t('demo.banner')}</strong>
        <Link to="/notes">{t('demo.notes')}</Link>
        <span className="grow" />
        <span>
          {t('demo.businessDate')}{' '}
          <strong>
            <time dateTime={me.businessDate}>{me.businessDate}</time>
          </strong>
        </span>
        {me.role === 'AGENCY_CLERK' ? (
          <Button size="small" loading={advance.pending} onClick={() => void advance.act({ days: 1 })}>
            {advance.pending ? t('demo.moving') : t('demo.nextDay')}
          </Button>
        ) : null}
      </div>
      <RefusalNotice refused={advance.refused} />
      <FaultNotice fault={advance.fault} />
    </>
  );
};
