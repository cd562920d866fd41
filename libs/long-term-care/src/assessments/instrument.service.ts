import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { assert, badInput, canonicalJson, notFound, ok, present, refuse, type Result } from '@huiji/kernel';
import { personOf, recordAction, type Tx } from '@huiji/platform';
import { instruments } from './data/instruments';
import type { Instrument } from './model/instrument';
import {
  confirmationsOf,
  insertConfirmation,
  isDemonstration,
  keepInstrument,
  type Confirmation,
} from './persistence/instrument.repository';
import { instrumentOf, needsConfirmation, type InstrumentVersion } from './rules/instrument-registry';
import { textIssues } from '../rules/text-issues';

/** An instrument and how it stands in one area. */
export interface InstrumentStanding {
  readonly instrument: Instrument;
  /** True while its thresholds are unverified and no officer of the area has confirmed them. */
  readonly unconfirmed: boolean;
  readonly confirmation: Confirmation | null;
}

const contentOf = (instrument: Instrument): string => canonicalJson(instrument);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The registry of assessment instruments (评估标准登记) and their confirmation by an officer of the area. */
@Injectable()
export class InstrumentService {
  /** Every instrument this release can grade with, and whether the area has confirmed it. */
  async standings(tx: Tx): Promise<readonly InstrumentStanding[]> {
    const confirmations = await confirmationsOf(tx);
    return instruments.map((instrument) => standingOf(instrument, confirmations));
  }

  /** The instrument of a version with its standing. Refuses NOT_FOUND. */
  async standing(tx: Tx, version: InstrumentVersion): Promise<Result<InstrumentStanding>> {
    const instrument = instrumentOf(instruments, version);
    return instrument ? ok(standingOf(instrument, await confirmationsOf(tx))) : notFound('instrument');
  }

  /** The newest version of an instrument, written to the registry's table so that assessments can name it for ever. */
  async current(tx: Tx, key: string): Promise<Result<Instrument>> {
    const instrument = instruments.filter((candidate) => candidate.key === key).at(-1);
    if (!instrument) return notFound('instrument');
    await this.register(tx, instrument);
    return ok(instrument);
  }

  /** The instrument an assessment was made with; it stays for as long as there are assessments. */
  of(version: InstrumentVersion): Instrument {
    return present(instrumentOf(instruments, version), `instrument ${version.key} ${version.version}`);
  }

  /**
   * A named officer has compared the instrument with the official document. Refuses NOT_FOUND, OFFICER_MISSING, OFFICIAL_DOCUMENT_MISSING,
   * INSTRUMENT_CONFIRMED_BEFORE.
   */
  async confirm(
    tx: Tx,
    version: InstrumentVersion,
    officer: { readonly officerName: string; readonly document: string },
  ): Promise<Result<string>> {
    const instrument = instrumentOf(instruments, version);
    if (!instrument) return notFound('instrument');
    const issues = [
      ...textIssues('officerName', officer.officerName, 'OFFICER_MISSING', 100),
      ...textIssues('document', officer.document, 'OFFICIAL_DOCUMENT_MISSING', 400),
    ];
    if (issues.length > 0) return badInput(issues);
    const id = tx.newId();
    const hash = await this.register(tx, instrument);
    const added = await insertConfirmation(tx, {
      id,
      ...version,
      sha256: hash,
      officerId: personOf(tx),
      officerName: officer.officerName.trim(),
      document: officer.document.trim(),
    });
    if (!added)
      return refuse('conflict', 'INSTRUMENT_CONFIRMED_BEFORE', { instrument: version.key, version: version.version });
    await recordAction(tx, {
      subjectType: 'instrument-confirmation',
      subjectId: id,
      kind: 'InstrumentConfirmed',
      payload: { ...version, sha256: hash, officerName: officer.officerName, document: officer.document },
    });
    return ok(id);
  }

  /** Whether a result under this instrument may become final here. Refuses INSTRUMENT_UNCONFIRMED outside demonstration areas. */
  async mayBeFinal(tx: Tx, versions: readonly InstrumentVersion[]): Promise<Result<void>> {
    if (await isDemonstration(tx)) return ok(undefined);
    const confirmations = await confirmationsOf(tx);
    const open = versions.map((version) => this.of(version)).find((one) => standingOf(one, confirmations).unconfirmed);
    return open
      ? refuse('rule', 'INSTRUMENT_UNCONFIRMED', {
          instrumentZh: open.nameZh,
          instrumentEn: open.nameEn,
          version: open.version,
        })
      : ok(undefined);
  }

  /** Writes the content once; stops when a version that is stored has other content: a version is immutable. */
  private async register(tx: Tx, instrument: Instrument): Promise<string> {
    const content = contentOf(instrument);
    const hash = sha256(content);
    const stored = await keepInstrument(tx, {
      key: instrument.key,
      version: instrument.version,
      nameZh: instrument.nameZh,
      nameEn: instrument.nameEn,
      source: instrument.source,
      content,
      sha256: hash,
      needsConfirmation: needsConfirmation(instrument),
    });
    assert(
      stored?.sha256 === hash,
      `instrument ${instrument.key} ${instrument.version} is what it was when first used`,
    );
    return hash;
  }
}

const standingOf = (instrument: Instrument, confirmations: readonly Confirmation[]): InstrumentStanding => {
  const hash = sha256(contentOf(instrument));
  const confirmation = confirmations.find(
    ({ key, version, sha256: confirmed }) =>
      key === instrument.key && version === instrument.version && confirmed === hash,
  );
  return {
    instrument,
    unconfirmed: needsConfirmation(instrument) && !confirmation,
    confirmation: confirmation ?? null,
  };
};
