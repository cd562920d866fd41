import { request as requestPlain } from 'node:http';
import { request as requestTls, type RequestOptions } from 'node:https';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@huiji/platform';
import { Webhook } from 'standardwebhooks';
import { pinnedAddress, urlFault, type GuardFault, type GuardRules } from './address-guard';

const TIMEOUT_MS = 10_000;

/** One signed call. */
export interface WebhookCall {
  readonly url: string;
  /** "whsec_" and base64. */
  readonly secret: string;
  /** The same over all tries of one event: receivers know a second one by it. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** Calls webhooks: signed after Standard Webhooks, to public addresses only, never following a redirect. */
@Injectable()
export class WebhookCaller {
  private readonly rules: GuardRules;

  constructor(@Inject(CONFIG) config: Pick<Config, 'profile' | 'webhookPrivateHosts'>) {
    this.rules = { plainAllowed: config.profile !== 'production', privateHosts: config.webhookPrivateHosts };
  }

  /** What is wrong with an address, or undefined. */
  fault(url: string): GuardFault | undefined {
    return urlFault(url, this.rules);
  }

  /** The status that came back. Throws when none did: not reached, too slow, or an address that is not called. */
  async call({ url: text, secret, id, at, body }: WebhookCall): Promise<number> {
    const fault = this.fault(text);
    if (fault !== undefined) throw new Error(fault);
    const url = new URL(text);
    const pinned = await pinnedAddress(url, this.rules);
    return send(
      url,
      {
        method: 'POST',
        timeout: TIMEOUT_MS,
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'huiji-webhook',
          'webhook-id': id,
          'webhook-timestamp': Math.floor(at.getTime() / 1000).toString(),
          'webhook-signature': new Webhook(secret).sign(id, at, body),
        },
        lookup: (_host, options, found) => {
          if (options.all === true) found(null, [{ address: pinned.address, family: pinned.family }]);
          else found(null, pinned.address, pinned.family);
        },
      },
      body,
    );
  }
}

const send = (url: URL, options: RequestOptions, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = (url.protocol === 'http:' ? requestPlain : requestTls)(url, options, (response) => {
      // What they answer is not read: only that they did.
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', reject);
    request.end(body);
  });
