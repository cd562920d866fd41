import * as demo from './demo';
import * as pieces from './pieces';
import * as rooms from './rooms';
import * as states from './states';

/** Chinese is the source; every other language has the same keys. */
export const zh = { ...demo, ...pieces, ...rooms, ...states } as const;
