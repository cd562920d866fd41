import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotTaken } from './mail-channel';
import { SmsChannel, type ShortMessage } from './sms-channel';

/**
 * The sandbox of short messages: a file per message in a directory, which a carrier's gateway or a test reads. The same
 * id is the same file, so a second try adds nothing.
 */
export class DirectorySmsChannel extends SmsChannel {
  constructor(private readonly directory: string | undefined) {
    super();
  }

  get available(): boolean {
    return this.directory !== undefined;
  }

  async send({ id, area, to, text }: ShortMessage): Promise<void> {
    if (this.directory === undefined) throw new NotTaken('no directory of messages is set (HUIJI_SMS_DIRECTORY)');
    const folder = join(this.directory, area);
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${id}.json`);
    await writeFile(`${file}.part`, JSON.stringify({ id, to, text }), { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}
