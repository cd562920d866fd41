import * as pieces from './pieces';
import * as rooms from './rooms';

/** Chinese is the source; every other language has the same keys. */
export const zh = { ...pieces, ...rooms } as const;
