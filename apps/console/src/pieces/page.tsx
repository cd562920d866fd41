import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export interface Step {
  readonly words: string;
  readonly to?: string;
}

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly trail?: readonly Step[];
  readonly actions?: ReactNode;
  readonly tag?: ReactNode;
  readonly children: ReactNode;
}

/** A page: where it is, what it is, what can be done here, and its panels. */
export const Page = ({ title, lead, trail, actions, tag, children }: PageProps) => {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('pieces.product')}`;
  }, [title, t]);
  return (
    <div className="page">
      <div>
        {trail === undefined ? null : (
          <nav aria-label={t('pieces.trail')}>
            <ol className="trail">
              {trail.map((step) => (
                <li key={step.words}>{step.to === undefined ? step.words : <Link to={step.to}>{step.words}</Link>}</li>
              ))}
            </ol>
          </nav>
        )}
        <div className="page-head">
          <div>
            <div className="row">
              <h1>{title}</h1>
              {tag}
            </div>
            {lead === undefined ? null : <p>{lead}</p>}
          </div>
          {actions === undefined ? null : <div className="row">{actions}</div>}
        </div>
      </div>
      {children}
    </div>
  );
};

interface PanelProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly extra?: ReactNode;
  readonly footer?: ReactNode;
  /** Tables touch the panel's edges. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export const Panel = ({ title, note, extra, footer, flush = false, children }: PanelProps) => (
  <section className="panel">
    <header>
      <div>
        <h2>{title}</h2>
        {note === undefined ? null : <p>{note}</p>}
      </div>
      {extra === undefined ? null : <div className="row">{extra}</div>}
    </header>
    <div className={flush ? 'body flush' : 'body'}>{children}</div>
    {footer === undefined ? null : <footer>{footer}</footer>}
  </section>
);
