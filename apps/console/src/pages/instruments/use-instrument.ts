import type { ResultOf } from '../../api/graphql';
import { useRead, type Reading } from '../../api/use-read';
import { Instruments } from './instruments.documents';

export type Instrument = ResultOf<typeof Instruments>['instruments'][number];

/** The instrument of an assessment, in the version it was begun with. */
export const useInstrument = (
  key: string | undefined,
  version: string | undefined,
): { readonly reading: Reading<ResultOf<typeof Instruments>>; readonly instrument: Instrument | undefined } => {
  const reading = useRead(Instruments, {}, { when: key !== undefined });
  const instrument = reading.data?.instruments.find((each) => each.key === key && each.version === version);
  return { reading, instrument };
};
