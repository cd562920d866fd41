import { Link } from 'react-router';
import { useHappened } from '../trail/use-happened';

/** Nouns of documents that have a page of their own. */
const pageOf: Readonly<Record<string, string>> = {
  'payment-batch': '/batches',
  payment: '/payments',
  invoice: '/invoices',
  'savings-sheet': '/savings/sheets',
  'subsidy-run': '/subsidies',
};

/** From an entry to the document behind it. */
export const DocumentLink = ({ type, id }: { type: string; id: string }) => {
  const words = useHappened()('subjects', type);
  const page = pageOf[type];
  const short = id.slice(-8);
  return page === undefined ? (
    <span>
      {words} <span className="muted small">…{short}</span>
    </span>
  ) : (
    <Link to={`${page}/${id}`}>
      {words} <span className="small">…{short}</span>
    </Link>
  );
};
