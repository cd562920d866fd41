import type { AreaCode } from '@huiji/kernel';

/** A file that a bank put out for us. */
export interface IncomingFile {
  readonly name: string;
  readonly text: string;
  /** Set when the content is larger than any message; its text is left out then. */
  readonly tooLarge?: { readonly sha256: string };
}

export type Delivery = 'delivered' | 'already-delivered';

/**
 * The wall between us and a bank. Called from jobs only, never inside a transaction. An adapter carries files; it
 * neither decides nor retries.
 */
export abstract class BankChannel {
  /**
   * Hands a file over under a name that is its own for ever. A second hand-over under the same name changes nothing
   * and says so: the file is there once, whole, or not at all.
   */
  abstract deliver(area: AreaCode, name: string, pieces: AsyncIterable<string>): Promise<Delivery>;

  /** Files waiting for us, oldest name first. */
  abstract waiting(area: AreaCode): Promise<readonly string[]>;

  /** A waiting file; undefined when another reader settled it meanwhile. */
  abstract read(area: AreaCode, name: string): Promise<IncomingFile | undefined>;

  /** The file was read and its content recorded; it will not wait any more. */
  abstract settle(area: AreaCode, name: string): Promise<void>;
}
