import type { Words } from '../words';
import type { zh } from '../zh';
import * as demo from './demo';
import * as pieces from './pieces';
import * as rooms from './rooms';
import * as states from './states';

export const en: Words<typeof zh> = { ...demo, ...pieces, ...rooms, ...states };
