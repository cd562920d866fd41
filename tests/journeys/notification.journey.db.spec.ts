import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { seedArea } from '@huiji/migrations/testing';
import { NoticeService } from '@huiji/notification';
import { Webhook } from 'standardwebhooks';
import { PostOffice, wordsOf } from '../../libs/notification/src/testing/post-office';
import { journeyApi, type JourneyApi } from './support/journey-api';
import type { JourneyClient } from './support/journey-client';

const AREA = '510900';
const LIST = 'query { noticesUnread notices(first: 10) { edges { node { id kind message readAt } } } }';

interface ListData {
  readonly noticesUnread: number;
  readonly notices: { readonly edges: readonly { readonly node: { id: string; kind: string; message: string } }[] };
}

interface Call {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('X7 somebody is told by every channel they chose, through the API and its jobs', () => {
  let journey: JourneyApi;
  let office: PostOffice;
  let server: Server;
  let hospital: JourneyClient;
  let other: JourneyClient;
  const calls: Call[] = [];
  const organisationId = randomUUID();
  let url = '';

  beforeAll(async () => {
    office = await PostOffice.open();
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        calls.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${(typeof address === 'object' ? address?.port : 0)?.toString() ?? ''}/hook`;
    journey = await journeyApi({
      environment: { SMTP_URL: office.url, HUIJI_WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' },
    });
    await seedArea(journey.db, AREA);
    const otherId = randomUUID();
    for (const id of [organisationId, otherId])
      await journey.db.ownerQuery(
        `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care) VALUES ($1::uuid, 'hospital', $1::text, $1::text, false)`,
        [id],
      );
    hospital = await journey.enter({ loginName: 'hospital', area: AREA, organisationId, role: 'hospital' });
    other = await journey.enter({ loginName: 'other', area: AREA, organisationId: otherId, role: 'hospital' });
  }, 120_000);
  afterAll(async () => {
    await journey.close();
    await office.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('in the product, by mail and to the system of its organisation, once each; and nobody else', async () => {
    await hospital.mutate('notificationSettingsSet', { mail: 'pharmacy@example.org' });
    const { secret } = await hospital.mutate<{ secret: string }>(
      'webhookCreate',
      { url, kinds: ['REPORT_RETURNED'] },
      '{ secret }',
    );
    const notices = journey.app.get(NoticeService, { strict: false });
    const tell = () =>
      journey.db.database.inTransaction(journey.db.scope(AREA), async (tx) => ({
        ok: true as const,
        value: await notices.notify(tx, [
          {
            kind: 'report-returned',
            subjectType: 'volume-report',
            subjectId: organisationId,
            facts: { noun: 'volume-report', label: '第一人民医院 2020', reason: '请核对 13800138000 所报数量' },
            dedupe: 'report:1',
            to: { organisationId },
          },
        ]),
      }));
    await tell();
    await tell();
    expect(await journey.drain(AREA)).toBe(2);
    expect(await journey.drain(AREA)).toBe(0);
    const mine = await hospital.query<ListData>(LIST);
    expect(mine.noticesUnread).toBe(1);
    expect(mine.notices.edges.map(({ node }) => [node.kind, node.message])).toEqual([
      ['REPORT_RETURNED', '报量单 第一人民医院 2020 被退回修改：请核对 ＊＊＊ 所报数量'],
    ]);
    expect((await other.query<ListData>(LIST)).notices.edges).toEqual([]);
    expect(office.taken.map(({ to }) => to)).toEqual([['pharmacy@example.org']]);
    expect(wordsOf(office.taken[0]?.raw ?? '')).not.toContain('13800138000');
    expect(calls).toHaveLength(1);
    const headers = calls[0]?.headers as Record<string, string>;
    expect(new Webhook(secret).verify(calls[0]?.body ?? '', headers)).toMatchObject({ type: 'report-returned' });
    expect(calls[0]?.body).not.toContain('13800138000');
  });

  it('is read by whoever was told, in their language; a choice turns a channel off', async () => {
    const english = await hospital.query<ListData>(LIST, {}, 'en');
    const [first] = english.notices.edges;
    expect(first?.node.message).toContain('was sent back to be mended');
    expect(await other.refusal('noticesMarkRead', { noticeIds: [first?.node.id] })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await hospital.mutate('noticesMarkRead', { noticeIds: null }, '{ unread }')).toMatchObject({ unread: 0 });
    const choices = [{ kind: 'REPORT_RETURNED', channel: 'MAIL', wanted: false }];
    await hospital.mutate('notificationSettingsSet', { choices });
    const stored = await journey.db.ownerQuery<{ mail_sealed: string }>('SELECT mail_sealed FROM notification.contact');
    expect(stored[0]?.mail_sealed).not.toContain('example.org');
  });

  it("a webhook's secret is in one answer only, and another organisation sees none of it", async () => {
    const requestId = randomUUID();
    const input = { requestId, url, kinds: ['REPORT_ACCEPTED'] };
    const once = await hospital.mutate<{ secret: string | null }>('webhookCreate', input, '{ secret }');
    const again = await hospital.mutate<{ secret: string | null }>('webhookCreate', input, '{ secret }');
    expect([typeof once.secret, again.secret]).toEqual(['string', null]);
    const list = 'query { webhooks { id state events(first: 5) { edges { node { state attempts status } } } } }';
    const mine = await hospital.query<{ webhooks: readonly { id: string; events: { edges: unknown[] } }[] }>(list);
    expect(mine.webhooks.map(({ events }) => events.edges.length)).toEqual([1, 0]);
    expect(await other.query(list)).toEqual({ webhooks: [] });
    expect(await other.refusal('webhookSecretRenew', { webhookId: mine.webhooks[0]?.id })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
