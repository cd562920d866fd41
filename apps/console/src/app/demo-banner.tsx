import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../api/use-act';
import { AdvanceDate } from '../pages/notes/notes.documents';
import { FormDialog } from '../pieces/form-dialog';
import { FaultNotice, RefusalNotice } from '../pieces/notice';
import type { Me } from './me';
import { may } from './may';

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
        {may(me.role, 'areaDateAdvance') ? (
          <span className="row">
            <Button size="small" loading={advance.pending} onClick={() => void advance.act({ days: 1 })}>
              {advance.pending ? t('demo.moving') : t('demo.nextDay')}
            </Button>
            <Further />
          </span>
        ) : null}
      </div>
      <RefusalNotice refused={advance.refused} />
      <FaultNotice fault={advance.fault} />
    </>
  );
};

const Further = () => {
  const { t } = useTranslation();
  const advance = useAct('areaDateAdvance', AdvanceDate, (data) => data.areaDateAdvance);
  return (
    <FormDialog<{ days: string }>
      small
      label={t('demo.further')}
      act={advance}
      initial={{ days: '7' }}
      send={({ days }) => advance.act({ days: Number(days) })}
    >
      <p>{t('demo.furtherWords')}</p>
      <Form.Item
        name="days"
        label={t('demo.days')}
        rules={[{ required: true, pattern: /^([1-9]\d?|[1-3]\d\d|400)$/, message: t('demo.daysForm') }]}
      >
        <Input inputMode="numeric" />
      </Form.Item>
    </FormDialog>
  );
};
