import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@huiji/kernel';
import { CLOCK, FieldCipher, type Clock } from '@huiji/platform';
import { Secret, TOTP } from 'otpauth';
import type { Sql } from '../persistence/sql';
import { CredentialRepository } from './persistence/credential.repository';
import { normalRecoveryCode, STEP_SECONDS, STEP_WINDOW, stepAt, stepIsFresh } from './rules/second-factor';

const PURPOSE = 'second-factor';
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

export interface Enrolment {
  /** For the picture that a phone reads: otpauth://totp/… */
  readonly otpauthUri: string;
  /** The same secret for typing, in base32. */
  readonly secret: string;
}

/** 16 letters of base32, in fours: 80 bits. */
const recoveryCode = (bytes: Uint8Array): string => {
  const bits = [...bytes.subarray(0, RECOVERY_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)] ?? '');
  return (letters.join('').match(/.{4}/g) ?? []).join('-');
};

/** At least ten bytes for each code, by its number. */
export type CodeBytes = (number: number) => Uint8Array;

const randomCodes: CodeBytes = () => randomBytes(RECOVERY_BYTES);

const codesOf = (bytes: CodeBytes): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, (_, number) => recoveryCode(bytes(number)));

const hashOfCode = (code: string): string => createHash('sha256').update(normalRecoveryCode(code)).digest('hex');

/** The second factor of people: TOTP (RFC 6238) by an app on their phone, and ten recovery codes. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly rows: CredentialRepository,
    private readonly cipher: FieldCipher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether the person has confirmed a second factor. */
  async enrolled(sql: Sql, userId: string): Promise<boolean> {
    const row = await this.rows.secondFactor(sql, userId);
    return row !== undefined && row.confirmedAt !== null;
  }

  recoveryCodesLeft(sql: Sql, userId: string): Promise<number> {
    return this.rows.recoveryCodesLeft(sql, userId);
  }

  /** Begins the enrolment with a new secret. Refuses SECOND_FACTOR_STANDS when one is confirmed. */
  async begin(sql: Sql, userId: string, loginName: string): Promise<Result<Enrolment>> {
    if (await this.enrolled(sql, userId)) return refuse('state', 'SECOND_FACTOR_STANDS');
    const secret = new Secret({ size: 20 }).base32;
    await this.rows.beginSecondFactor(sql, userId, this.cipher.encrypt(PURPOSE, userId, secret), this.clock.now());
    return ok(enrolmentOf(secret, loginName));
  }

  /** What was begun and not yet confirmed, to be shown again; undefined when there is nothing. */
  async begun(sql: Sql, userId: string, loginName: string): Promise<Enrolment | undefined> {
    const row = await this.rows.secondFactor(sql, userId);
    if (!row || row.confirmedAt !== null) return undefined;
    return enrolmentOf(this.cipher.decrypt(PURPOSE, userId, row.secretSealed), loginName);
  }

  /** Confirms the enrolment by a first code and answers ten recovery codes. Refuses CODE_WRONG. */
  async confirm(sql: Sql, userId: string, code: string, bytes?: CodeBytes): Promise<Result<readonly string[]>> {
    const row = await this.rows.secondFactor(sql, userId, true);
    if (!row || row.confirmedAt !== null) return refuse('rule', 'CODE_WRONG');
    if (!(await this.stepFits(sql, userId, row, code))) return refuse('rule', 'CODE_WRONG');
    await this.rows.confirmSecondFactor(sql, userId, this.clock.now());
    return ok(await this.newRecoveryCodes(sql, userId, bytes));
  }

  /** Whether a code of the phone or a recovery code fits; either works once. */
  async fits(sql: Sql, userId: string, code: string): Promise<boolean> {
    const row = await this.rows.secondFactor(sql, userId, true);
    if (!row || row.confirmedAt === null) return false;
    if (/^\d{6}$/.test(code.trim())) return this.stepFits(sql, userId, row, code.trim());
    return this.rows.useRecoveryCode(sql, userId, hashOfCode(code), this.clock.now());
  }

  /** Ten new recovery codes of these bytes; those before are worth nothing. */
  async newRecoveryCodes(sql: Sql, userId: string, bytes: CodeBytes = randomCodes): Promise<readonly string[]> {
    const codes = codesOf(bytes);
    await this.rows.replaceRecoveryCodes(sql, userId, codes.map(hashOfCode), this.clock.now());
    return codes;
  }

  /** The codes of these bytes and when they were made, where they are the person's still. */
  async standingCodes(
    sql: Sql,
    userId: string,
    bytes: CodeBytes,
  ): Promise<{ codes: readonly string[]; madeAt: Date } | undefined> {
    const codes = codesOf(bytes);
    const madeAt = await this.rows.codesMadeAt(sql, userId, codes.map(hashOfCode));
    return madeAt && { codes, madeAt };
  }

  /** Takes the second factor away: the person enrols anew. */
  async drop(sql: Sql, userId: string): Promise<void> {
    await this.rows.dropSecondFactor(sql, userId);
  }

  private async stepFits(
    sql: Sql,
    userId: string,
    row: { readonly secretSealed: string; readonly lastStep: bigint },
    code: string,
  ): Promise<boolean> {
    const now = this.clock.now();
    const totp = totpOf(this.cipher.decrypt(PURPOSE, userId, row.secretSealed));
    const delta = totp.validate({ token: code.trim(), window: STEP_WINDOW, timestamp: now.getTime() });
    if (delta === null || !stepIsFresh(delta, now, BigInt(row.lastStep))) return false;
    await this.rows.useStep(sql, userId, stepAt(now) + delta);
    return true;
  }
}

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'Huiji',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  });

const enrolmentOf = (secret: string, loginName: string): Enrolment => ({
  secret,
  otpauthUri: totpOf(secret, loginName).toString(),
});
