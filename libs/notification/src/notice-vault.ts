import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@huiji/platform';

const PURPOSES = { address: 'notification-address', link: 'notification-link', secret: 'webhook-secret' } as const;

/** Seals addresses, one-time links and webhook secrets, each for its purpose and area. */
@Injectable()
export class NoticeVault {
  constructor(private readonly cipher: FieldCipher) {}

  seal(what: keyof typeof PURPOSES, area: string, plain: string): string {
    return this.cipher.encrypt(PURPOSES[what], area, plain);
  }

  open(what: keyof typeof PURPOSES, area: string, sealed: string): string {
    return this.cipher.decrypt(PURPOSES[what], area, sealed);
  }
}
