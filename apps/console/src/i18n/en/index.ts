import type { Words } from '../words';
import type { zh } from '../zh';
import * as pieces from './pieces';
import * as rooms from './rooms';

export const en: Words<typeof zh> = { ...pieces, ...rooms };
