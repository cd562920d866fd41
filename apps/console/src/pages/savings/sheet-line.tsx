import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { trimExact } from '../../pieces/digits';
import { Facts, Money, Units } from '../../pieces/figures';
import { Table } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import type { LineParts } from './savings.documents';

/** One variety: what went in with its sources, and each step with the figures put into the formula. */
export const SheetLine = ({ line }: { line: ResultOf<typeof LineParts> }) => {
  const { t } = useTranslation();
  const counted = line.trace.find((step) => step.term === 'COUNTED') ?? line.trace.at(-1);
  return (
    <details className="fold">
      <summary>
        <strong>{line.varietyName}</strong>
        {line.zeroed ? <Tag tone="warn">{t('savings.zeroed')}</Tag> : null}
        <span className="grow" />
        <span className="muted small">{t('savings.terms.COUNTED')}</span>
        <Money amount={counted === undefined ? null : trimExact(counted.value.yuan)} />
      </summary>
      <div className="stack fold-body">
        <Facts
          items={[
            [t('savings.baseQuantity'), <Units key="base" count={line.baseQuantity} />],
            [t('savings.agreedQuantity'), <Units key="agreed" count={line.agreedQuantity} />],
            [t('savings.selectedQuantity'), <Units key="selected" count={line.selectedQuantity} />],
            [t('savings.nonSelectedQuantity'), <Units key="other" count={line.nonSelectedQuantity} />],
            [t('savings.nonSelectedAmount'), <Money key="amount" amount={line.nonSelectedAmount} unit />],
            [t('savings.priceBefore'), <Money key="before" amount={trimExact(line.priceBefore.yuan)} />],
            [t('savings.contractPrice'), <Money key="price" amount={trimExact(line.contractPrice.yuan)} />],
            [t('savings.fundShare'), line.fundShare],
            [t('savings.insuredShare'), line.insuredShare],
          ]}
        />
        <Table
          caption={t('savings.trace')}
          keyOf={(step) => step.term}
          rows={line.trace}
          columns={[
            { key: 'term', head: t('savings.step'), cell: (step) => t(`savings.terms.${step.term}`), width: '11em' },
            {
              key: 'formula',
              head: t('savings.formula'),
              cell: (step) => <span className="formula">{step.formula}</span>,
            },
            {
              key: 'value',
              head: t('savings.value'),
              end: true,
              cell: (step) => <Money amount={trimExact(step.value.yuan)} />,
            },
          ]}
        />
        <ul className="sources muted small">
          <li>{t('savings.sources.volume', { source: line.volumeSource })}</li>
          <li>{t('savings.sources.price', { source: line.priceBeforeSource })}</li>
          <li>{t('savings.sources.fund', { source: line.fundShareSource })}</li>
          <li>{t('savings.sources.insured', { source: line.insuredShareSource })}</li>
        </ul>
      </div>
    </details>
  );
};
