import { addFen, fen, minFen, subtractFen, zeroFen, type Fen } from '@huiji/kernel';

/** A hospital's month before payment. All in fen, none negative. */
export interface HospitalMonth {
  /** What the fund owes the hospital for care (医疗费用申报). */
  readonly claims: Fen;
  /** What is left of the prepayment (预付金). */
  readonly prepaid: Fen;
  /** Confirmed lines of suppliers that the fund pays in the hospital's name. */
  readonly supplierPay: Fen;
  /** A shortfall of earlier months that was not yet recovered (托收). */
  readonly carriedReceivable: Fen;
}

/** The month after offsetting. Exactly one of hospitalNet and receivable may be above zero. */
export interface HospitalNet {
  readonly prepaymentOffset: Fen;
  readonly recovered: Fen;
  readonly hospitalNet: Fen;
  /** Carried to the hospital's next claim. */
  readonly receivable: Fen;
}

/** What a supplier is paid: confirmed lines less returns and price notes, never below zero (fen). */
export const supplierPay = (confirmed: Fen, returns: Fen, priceNotes: Fen): Fen => {
  const net = subtractFen(subtractFen(confirmed, returns), priceNotes);
  return net < 0n ? zeroFen : net;
};

/**
 * hospital_net = claims − prepayment offset − supplier_pay − what earlier months left open; below zero it is a
 * receivable from the hospital, carried on. The prepayment is used only as far as claims remain and never falls below
 * zero. Source: domain law §4.5–4.6.
 */
export const netPayables = (month: HospitalMonth): HospitalNet => {
  const owed = addFen(month.supplierPay, month.carriedReceivable);
  const recovered = minFen(month.claims, owed);
  const rest = subtractFen(month.claims, recovered);
  const prepaymentOffset = minFen(rest, month.prepaid);
  return {
    prepaymentOffset,
    recovered,
    hospitalNet: subtractFen(rest, prepaymentOffset),
    receivable: fen(owed - recovered),
  };
};
