import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { ApprovalTrail } from '../../pieces/approval-trail';
import { Day, Facts, Figure, Money, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { StateTag } from '../../pieces/state-tag';
import { Table } from '../../pieces/table';
import { BatchActs } from './batch-acts';
import { BatchLinesPanel } from './batch-lines-panel';
import { batchName } from './batch-name';
import { OneBatch } from './batches.documents';

export type FullBatch = NonNullable<ResultOf<typeof OneBatch>['batch']>;
const moving = new Set<FullBatch['state']>(['RELEASED', 'SENDING', 'SENT']);

/** One batch: count, sum and seal, who decided what, each line, and the acts of the person who is logged in. */
export const Component = () => {
  const { batchId = '' } = useParams();
  const reading = useRead(
    OneBatch,
    { id: batchId },
    { again: (data) => (data.batch !== null && moving.has(data.batch.state) ? 2500 : false) },
  );
  return (
    <PageRead reading={reading}>{({ batch }) => (batch === null ? <NoSuchPage /> : <View batch={batch} />)}</PageRead>
  );
};

const View = ({ batch }: { batch: FullBatch }) => {
  const { t } = useTranslation();
  return (
    <Page
      title={t('batches.one', { number: batchName(batch) })}
      tag={<StateTag noun="batch" state={batch.state} />}
      trail={[{ words: t('batches.title'), to: '/batches' }, { words: batchName(batch) }]}
      actions={<BatchActs batch={batch} />}
    >
      <div className="figures">
        <Figure label={t('batches.count')}>
          <Units count={batch.lineCount} />
        </Figure>
        <Figure label={t('batches.sum')}>
          <Money amount={batch.sum} unit />
        </Figure>
        <Figure label={t('batches.seal')} note={t('batches.sealNote')}>
          <code className="seal" title={batch.sealSha256 ?? ''}>
            {batch.sealSha256 === null ? '—' : `${batch.sealSha256.slice(0, 16)}…`}
          </code>
        </Figure>
      </div>
      <div className="columns">
        <Panel title={t('approval.title')}>
          <ApprovalTrail subjectType="payment-batch" subjectId={batch.id} />
        </Panel>
        <Panel title={t('batches.path')}>
          <div className="stack">
            <Facts
              items={[
                [t('batches.madeBy'), batch.madeBy.displayName],
                [t('batches.madeOn'), <Day key="made" date={batch.madeOn} />],
                [t('batches.lockedOn'), <Day key="locked" date={batch.lockedOn} />],
                [t('batches.releasedOn'), <Day key="released" date={batch.releasedOn} />],
                [t('batches.sentOn'), <Day key="sent" date={batch.sentOn} />],
                [t('batches.settledOn'), <Day key="settled" date={batch.settledOn} />],
                [
                  t('batches.messageId'),
                  <span key="message" className="number small">
                    {batch.messageId ?? '—'}
                  </span>,
                ],
              ]}
            />
            <Table
              keep
              caption={t('batches.sums')}
              keyOf={(line) => line.state}
              rows={batch.stateSums}
              columns={[
                {
                  key: 'state',
                  head: t('batches.state'),
                  cell: (line) => <StateTag noun="payment" state={line.state} />,
                },
                { key: 'count', head: t('batches.count'), end: true, cell: (line) => <Units count={line.count} /> },
                { key: 'sum', head: t('batches.sum'), end: true, cell: (line) => <Money amount={line.sum} /> },
              ]}
            />
          </div>
        </Panel>
      </div>
      <BatchLinesPanel batchId={batch.id} moving={moving.has(batch.state)} />
    </Page>
  );
};
