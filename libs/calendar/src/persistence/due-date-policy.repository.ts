import type { PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { DueDatePolicy } from '../model/working-calendar';

export interface StoredPolicy extends DueDatePolicy {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** Name of the officer who confirmed it against its legal basis; null: not confirmed. */
  readonly confirmedBy: string | null;
}

/** The policy valid on a day; the table refuses two. */
export const policyOn = async (tx: Tx, date: PlainDate): Promise<StoredPolicy | undefined> => {
  const [row] = await tx.query<StoredPolicy>(
    `SELECT id, counting, deadline_days AS "deadlineDays", roll, legal_basis AS "legalBasis",
            valid_from AS "validFrom", valid_to AS "validTo", confirmed_by AS "confirmedBy"
     FROM calendar.due_date_policy
     WHERE area = $1 AND daterange(valid_from, valid_to, '[]') @> $2::date`,
    [tx.area, date],
  );
  return row;
};

export const savePolicy = async (tx: Tx, policy: StoredPolicy): Promise<void> => {
  await tx.query(
    `INSERT INTO calendar.due_date_policy (area, id, counting, deadline_days, roll, valid_from, valid_to, legal_basis, confirmed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.area,
      policy.id,
      policy.counting,
      policy.deadlineDays,
      policy.roll,
      policy.validFrom,
      policy.validTo,
      policy.legalBasis,
      policy.confirmedBy,
    ],
  );
};
