/** Why a call gave no answer of the domain: the machine, the wire or the log-in. A refusal is not a fault. */
export type FaultKind = 'network' | 'server' | 'signed-out' | 'forbidden' | 'invalid' | 'told';

/** A call that failed; `trace` is the number an operator can look up. */
export class Fault extends Error {
  constructor(
    readonly kind: FaultKind,
    message: string,
    readonly trace?: string,
    /** For `told`: the server's own words of how to mend it. */
    readonly mend?: string,
  ) {
    super(message);
    this.name = 'Fault';
  }
}

export const isFault = (value: unknown): value is Fault => value instanceof Fault;
