import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { useMe } from '../../app/me';
import { Day, Facts, Money } from '../../pieces/figures';
import { Notice } from '../../pieces/notice';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { StateTag } from '../../pieces/state-tag';
import { Age } from './age';
import type { Payment } from './payment-columns';
import { OnePayment } from './payments.documents';
import { Ask } from './unknown-payments';

/** One payment: to whom, from which batch, and every word of the bank. */
export const Component = () => {
  const { paymentId = '' } = useParams();
  const reading = useRead(
    OnePayment,
    { id: paymentId },
    { again: (data) => (data.payment?.state === 'UNKNOWN' ? 4000 : false) },
  );
  return (
    <PageRead reading={reading}>
      {({ payment }) => (payment === null ? <NoSuchPage /> : <View payment={payment} />)}
    </PageRead>
  );
};

/** The bank's code with its word beside it; an unknown code alone. */
const bankWord = (words: Readonly<Record<string, string>>, code: string | null): string | null => {
  const word = words[code ?? ''];
  return word === undefined ? code : `${word} (${code ?? ''})`;
};

const View = ({ payment }: { payment: Payment }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  return (
    <Page
      title={payment.payee.name}
      tag={<StateTag noun="payment" state={payment.state} />}
      trail={[{ words: t('payments.title'), to: '/payments' }, { words: payment.payee.name }]}
      actions={payment.state === 'UNKNOWN' ? <Ask payment={payment} /> : undefined}
    >
      {payment.state === 'UNKNOWN' ? (
        <Notice tone="warn" title={t('payments.unknownTitle')}>
          <p>{t('payments.unknownWords')}</p>
          <p>
            {t('payments.age')}: <Age since={payment.heardAt} day={payment.sentOn} />
          </p>
        </Notice>
      ) : null}
      <Panel title={t('payments.one')}>
        <Facts
          items={[
            [t('payments.amount'), <Money key="amount" amount={payment.amount} unit />],
            [t('accounts.holder'), payment.holderName ?? '—'],
            [
              t('payments.account'),
              <span key="account" className="number">
                {payment.accountMasked ?? '—'}
              </span>,
            ],
            [
              t('accounts.cnaps'),
              <span key="cnaps" className="number">
                {payment.cnaps ?? '—'}
              </span>,
            ],
            [
              t('payments.instruction'),
              <span key="id" className="number small">
                {payment.instructionId ?? '—'}
              </span>,
            ],
            [t('payments.attempt'), payment.attempt],
            ...(role === 'HOSPITAL' || role === 'SUPPLIER'
              ? []
              : [
                  [
                    t('payments.batch'),
                    <Link key="batch" to={`/batches/${payment.batchId}`}>
                      {t('pieces.open')}
                    </Link>,
                  ] as const,
                ]),
            [t('payments.releasedOn'), <Day key="released" date={payment.releasedOn} />],
            [t('payments.sentOn'), <Day key="sent" date={payment.sentOn} />],
            [t('payments.acceptedOn'), <Day key="accepted" date={payment.acceptedOn} />],
            [t('payments.decidedOn'), <Day key="decided" date={payment.decidedOn} />],
            [
              t('payments.bankSays'),
              [
                bankWord(t('payments.bankCodes', { returnObjects: true }), payment.statusCode),
                payment.reasonCode,
                payment.reasonText,
              ]
                .filter(Boolean)
                .join(' ') || '—',
            ],
            [
              t('payments.previous'),
              payment.previousPaymentId === null ? (
                '—'
              ) : (
                <Link key="previous" to={`/payments/${payment.previousPaymentId}`}>
                  {t('pieces.open')}
                </Link>
              ),
            ],
          ]}
        />
      </Panel>
    </Page>
  );
};
