import type { ReactNode } from 'react';

/** Nothing here yet: what would be here, and what brings it. */
export const Empty = ({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <svg width="56" height="40" viewBox="0 0 56 40" aria-hidden="true">
      <rect x="8.5" y="4.5" width="39" height="31" rx="5" fill="#fff" stroke="#b9c4ca" />
      <path d="M16 14h24M16 21h15" stroke="#b9c4ca" strokeWidth="2" strokeLinecap="round" />
      <circle cx="43" cy="31" r="7.5" fill="#eef6f7" stroke="#0b5d6d" />
      <path d="M43 28v6M40 31h6" stroke="#0b5d6d" strokeLinecap="round" />
    </svg>
    <p className="empty-title">{title}</p>
    {children === undefined ? null : <p>{children}</p>}
    {action}
  </div>
);
