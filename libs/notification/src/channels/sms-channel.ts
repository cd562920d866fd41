/** One short message; the id is stable over tries. */
export interface ShortMessage {
  readonly id: string;
  readonly area: string;
  readonly to: string;
  readonly text: string;
}

/** The way short messages leave: a port, since every carrier has its own. Throws as `MailChannel` does. */
export abstract class SmsChannel {
  abstract readonly available: boolean;
  abstract send(message: ShortMessage): Promise<void>;
}
