import type { Instrument } from '../model/instrument';
import { cnLtci2021 } from './cn-ltci-2021';

/** Every instrument version this release can grade with. Entries are added, never edited. */
export const instruments: readonly Instrument[] = [cnLtci2021];
