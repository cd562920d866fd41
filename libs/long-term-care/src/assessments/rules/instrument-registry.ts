import type { Instrument } from '../model/instrument';

export interface InstrumentVersion {
  readonly key: string;
  readonly version: string;
}

/** The instrument of that key and version, or undefined. Two entries of one key and version are refused by the registry's spec. */
export const instrumentOf = (
  registry: readonly Instrument[],
  { key, version }: InstrumentVersion,
): Instrument | undefined => registry.find((instrument) => instrument.key === key && instrument.version === version);

/** True while any threshold or table of the instrument has not been seen in a public source: an officer must confirm it. */
export const needsConfirmation = (instrument: Instrument): boolean =>
  instrument.domains.some((domain) => !domain.bandsVerified) ||
  (instrument.scoring.method === 'combination-table' && !instrument.scoring.tableVerified);
