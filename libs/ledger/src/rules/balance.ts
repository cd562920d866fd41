import { accountNatures, type AccountCode, type AccountFigures } from '../model/account';

/** The booked balance in fen on the account's own side; negative when the other side is larger. */
export const balanceFen = (code: AccountCode, figures: AccountFigures): bigint =>
  accountNatures[code].side === 'debit'
    ? figures.debitsPostedFen - figures.creditsPostedFen
    : figures.creditsPostedFen - figures.debitsPostedFen;

/**
 * What may still be taken out of a limited account, in fen: the booked balance less what pending transfers hold.
 * Pending money coming in does not count. Undefined for accounts without a limit.
 */
export const availableFen = (code: AccountCode, figures: AccountFigures): bigint | undefined =>
  accountNatures[code].limited
    ? figures.debitsPostedFen - figures.creditsPostedFen - figures.creditsPendingFen
    : undefined;

/** What is missing in fen when `outFen` is taken out while `inFen` is booked in; undefined when it suffices. */
export const shortfallFen = (
  code: AccountCode,
  figures: AccountFigures,
  outFen: bigint,
  inFen = 0n,
): bigint | undefined => {
  const available = availableFen(code, figures);
  if (available === undefined || available + inFen >= outFen) return undefined;
  return outFen - available - inFen;
};
