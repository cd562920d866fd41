import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../api/fault';
import type { Refused, RefusedField } from '../api/refusal';

type NoticeTone = 'bad' | 'warn' | 'good' | 'info';

/** A boxed remark; `bad` and `warn` are read out at once. */
export const Notice = ({ tone, title, children }: { tone: NoticeTone; title: ReactNode; children?: ReactNode }) => (
  <div className={`notice ${tone}`} role={tone === 'bad' || tone === 'warn' ? 'alert' : 'note'}>
    <p className="notice-title">{title}</p>
    {children}
  </div>
);

const FieldLine = ({ issue }: { issue: RefusedField }) => {
  const { t } = useTranslation();
  const place =
    issue.row === null || issue.row === undefined
      ? issue.field
      : t('pieces.rowField', { row: issue.row, field: issue.field });
  return (
    <li>
      <strong>{place}</strong> {issue.message} <span className="muted">{issue.mend}</span>
    </li>
  );
};

/** The domain's "no": what, where (field and row) and how to mend it. */
export const RefusalNotice = ({ refused }: { refused: Refused | undefined }) => {
  const { t } = useTranslation();
  if (refused === undefined) return null;
  const issues = refused.refusalIssues ?? [];
  return (
    <Notice tone="bad" title={refused.refusalMessage}>
      {refused.refusalMend ? <p>{refused.refusalMend}</p> : null}
      {issues.length === 0 ? null : (
        <ul>
          {issues.map((issue, index) => (
            <FieldLine key={index} issue={issue} />
          ))}
        </ul>
      )}
      <p className="muted small">{t('pieces.refusalCode', { code: refused.refusalCode })}</p>
    </Notice>
  );
};

/** The machine's "no": what happened, what to do, and the number to quote. */
export const FaultNotice = ({ fault, retry }: { fault: Fault | undefined; retry?: () => void }) => {
  const { t } = useTranslation();
  if (fault === undefined) return null;
  return (
    <Notice tone="bad" title={fault.kind === 'told' ? fault.message : t(`faults.${fault.kind}.title`)}>
      <p>{fault.kind === 'told' ? fault.mend : t(`faults.${fault.kind}.mend`)}</p>
      {fault.kind === 'invalid' ? <p className="small">{fault.message}</p> : null}
      {fault.trace === undefined ? null : <p className="muted small">{t('faults.trace', { trace: fault.trace })}</p>}
      {retry === undefined || fault.kind === 'forbidden' ? null : (
        <Button size="small" onClick={retry} style={{ marginTop: 8 }}>
          {t('pieces.again')}
        </Button>
      )}
    </Notice>
  );
};
