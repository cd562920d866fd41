import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { Day, Facts, Money } from '../../pieces/figures';
import { minusExact, trimExact, trimZeros } from '../../pieces/digits';
import { Notice } from '../../pieces/notice';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { StateTag } from '../../pieces/state-tag';
import { Waterfall } from '../../pictures/waterfall';
import { Sheet } from './savings.documents';
import { SheetActs } from './sheet-acts';
import { SheetLine } from './sheet-line';

export type FullSheet = NonNullable<ResultOf<typeof Sheet>['savingsSheet']>;

/** One hospital's sheet: the result, how it came about, and each variety with its formula and sources. */
export const Component = () => {
  const { sheetId = '' } = useParams();
  const reading = useRead(Sheet, { id: sheetId });
  return (
    <PageRead reading={reading}>
      {({ savingsSheet }) => (savingsSheet === null ? <NoSuchPage /> : <SheetView sheet={savingsSheet} />)}
    </PageRead>
  );
};

const SheetView = ({ sheet }: { sheet: FullSheet }) => {
  const { t } = useTranslation();
  return (
    <Page
      title={t('savings.sheetOf', { hospital: sheet.hospitalName })}
      tag={<StateTag noun="sheet" state={sheet.state} />}
      trail={[{ words: t('savings.title'), to: '/savings' }, { words: t('savings.sheet') }]}
      actions={<SheetActs sheet={sheet} />}
    >
      {sheet.objection === null ? null : (
        <Notice tone="warn" title={t('savings.objection')}>
          <p>{sheet.objection}</p>
        </Notice>
      )}
      <Panel title={t('savings.result')} note={t('savings.yuan')}>
        <div className="stack">
          <Waterfall
            steps={stepsOf(
              sheet,
              t('savings.budget'),
              t('savings.expenditure'),
              t('savings.base'),
              t('savings.notRetained'),
              t('savings.retained'),
            )}
          />
          <Facts
            items={[
              [t('savings.score'), sheet.score],
              [t('savings.ratio'), `${trimZeros(sheet.ratioPercent)} %`],
              [t('savings.retained'), <Money key="retained" amount={sheet.retained} unit />],
              [t('savings.answerUntil'), <Day key="until" date={sheet.answerUntil} />],
              ...(sheet.veto === null ? [] : ([[t('savings.veto'), sheet.veto]] as const)),
              [
                t('savings.seal'),
                <code key="seal" className="small">
                  {sheet.seal.slice(0, 24)}
                </code>,
              ],
            ]}
          />
          {sheet.negative ? <Notice tone="info" title={t('savings.negative')} /> : null}
        </div>
      </Panel>
      <Panel title={t('savings.lines')} note={t('savings.linesNote')} flush>
        {sheet.lines.map((line) => (
          <SheetLine key={line.varietyId} line={line} />
        ))}
      </Panel>
    </Page>
  );
};

const stepsOf = (
  sheet: FullSheet,
  budget: string,
  expenditure: string,
  base: string,
  notRetained: string,
  retained: string,
) => [
  { label: budget, amount: trimExact(sheet.budget.yuan), kind: 'total' as const },
  { label: expenditure, amount: minusExact('0', sheet.expenditure.yuan), kind: 'step' as const },
  { label: base, amount: trimExact(sheet.base.yuan), kind: 'total' as const },
  { label: notRetained, amount: minusExact(sheet.retained, sheet.base.yuan), kind: 'step' as const },
  { label: retained, amount: sheet.retained, kind: 'total' as const },
];
