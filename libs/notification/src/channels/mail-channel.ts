/** One mail, whole. */
export interface Mail {
  /** Stable over tries: receivers know a second copy by it. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Whether the other side surely has not taken it; then it may be tried again. */
export class NotTaken extends Error {}

/** The way mail leaves. Throws `NotTaken` when the mail surely was not taken, anything else when nobody knows. */
export abstract class MailChannel {
  /** False where no server is set: then no mail is made. */
  abstract readonly available: boolean;
  abstract send(mail: Mail): Promise<void>;
}
