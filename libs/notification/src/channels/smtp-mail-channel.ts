import { createTransport, type Transporter } from 'nodemailer';
import { MailChannel, NotTaken, type Mail } from './mail-channel';

/** Faults before the text of the mail went out, and refusals in so many words: surely not taken. */
const BEFORE = new Set(['EDNS', 'ECONNECTION', 'ETLS', 'EAUTH', 'EENVELOPE', 'EPROTOCOL']);
const CONNECT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH']);

const TIMEOUT_MS = 20_000;

interface SmtpFault {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly responseCode?: unknown;
  readonly command?: unknown;
  readonly syscall?: unknown;
}

/** Whether the server surely has no mail of this try: it said no, or it was not reached. */
const surelyNotTaken = (error: unknown): boolean => {
  const fault = error as SmtpFault;
  if (typeof fault.responseCode === 'number' && fault.responseCode >= 400) return true;
  if (typeof fault.code !== 'string') return false;
  return BEFORE.has(fault.code) || CONNECT.has(fault.code) || fault.syscall === 'connect' || fault.command === 'CONN';
};

/** Mail by SMTP: smtp:// or smtps://, with user and password in the address where the server wants them. */
export class SmtpMailChannel extends MailChannel {
  private transport: Transporter | undefined;

  constructor(private readonly settings: { readonly smtpUrl: string | undefined; readonly mailFrom: string }) {
    super();
  }

  get available(): boolean {
    return this.settings.smtpUrl !== undefined;
  }

  async send({ messageId, to, subject, text }: Mail): Promise<void> {
    if (this.settings.smtpUrl === undefined) throw new NotTaken('no mail server is set (SMTP_URL)');
    this.transport ??= createTransport({
      url: this.settings.smtpUrl,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await this.transport.sendMail({
        from: this.settings.mailFrom,
        to: { name: '', address: to },
        subject,
        text,
        messageId,
      });
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      if (surelyNotTaken(error)) throw new NotTaken(words, { cause: error });
      throw error;
    }
  }
}
