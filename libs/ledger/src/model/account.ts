/** Codes of the accounts (科目) of a fund. */
export const accountCodes = [
  'FUND_CASH',
  'OPENING_EQUITY',
  'SUPPLIER_PAYABLE',
  'HOSPITAL_PAYABLE',
  'HOSPITAL_RECOVERABLE',
  'PERSON_PAYABLE',
  'PREPAID',
  'CARE_EXPENSE',
  'RETAINED_EXPENSE',
  'BENEFIT_EXPENSE',
] as const;

export type AccountCode = (typeof accountCodes)[number];

export interface AccountNature {
  /** The side on which the account grows: its balance is that side less the other. */
  readonly side: 'debit' | 'credit';
  /** One account per organisation or person, or one for the whole fund. */
  readonly perOwner: boolean;
  /** Refuses to fall below zero, pending amounts counted. */
  readonly limited: boolean;
}

/** What each account is; the database keeps the same in its CHECKs. */
export const accountNatures = {
  FUND_CASH: { side: 'debit', perOwner: false, limited: true },
  OPENING_EQUITY: { side: 'credit', perOwner: false, limited: false },
  SUPPLIER_PAYABLE: { side: 'credit', perOwner: true, limited: false },
  HOSPITAL_PAYABLE: { side: 'credit', perOwner: true, limited: false },
  HOSPITAL_RECOVERABLE: { side: 'debit', perOwner: true, limited: false },
  PERSON_PAYABLE: { side: 'credit', perOwner: true, limited: false },
  PREPAID: { side: 'debit', perOwner: true, limited: true },
  CARE_EXPENSE: { side: 'debit', perOwner: false, limited: false },
  RETAINED_EXPENSE: { side: 'debit', perOwner: false, limited: false },
  BENEFIT_EXPENSE: { side: 'debit', perOwner: false, limited: false },
} as const satisfies Readonly<Record<AccountCode, AccountNature>>;

/** An account named by what it is, before anybody knows its id. */
export interface AccountRef {
  readonly code: AccountCode;
  /** Organisation or person; present exactly where the account is one per owner. */
  readonly ownerId?: string;
}

/** Sums of an account in fen, each ≥ 0. Pending amounts are held, not booked. */
export interface AccountFigures {
  readonly debitsPostedFen: bigint;
  readonly creditsPostedFen: bigint;
  readonly debitsPendingFen: bigint;
  readonly creditsPendingFen: bigint;
}

export interface LedgerAccount extends AccountFigures {
  readonly id: string;
  readonly code: AccountCode;
  readonly ownerId: string | null;
}

/** An account with its booked balance in fen on its own side; negative when the other side is larger. */
export interface BalancedAccount extends LedgerAccount {
  readonly balanceFen: bigint;
}

export const noFigures: AccountFigures = {
  debitsPostedFen: 0n,
  creditsPostedFen: 0n,
  debitsPendingFen: 0n,
  creditsPendingFen: 0n,
};
