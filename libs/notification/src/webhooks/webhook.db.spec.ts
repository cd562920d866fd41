import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { AREA, draft, NotificationWorld, person } from '../testing/notification-world';

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('X7 webhooks of organisations', () => {
  let world: NotificationWorld;
  let server: Server;
  let url = '';
  const calls: Call[] = [];
  let answer = 204;
  const JOB = 'notification.call-webhook';
  const hospital = { organisationId: randomUUID() };
  const other = { organisationId: randomUUID() };

  const add = async (owner = hospital, at = url): Promise<{ id: string; secret: string }> => {
    const made = await world.as(person(1), (tx) =>
      world.webhooks.create(tx, owner, { url: at, kinds: ['report-returned'] }),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    const shown = await world.as(person(1), (tx) => world.webhooks.withSecret(tx, owner, made.value));
    return { id: made.value, secret: shown?.secret ?? '' };
  };
  const event = async (dedupe: string, to = hospital): Promise<string> => {
    await world.notify(draft({ kind: 'report-returned', subjectType: 'volume-report', dedupe, to }));
    return (await world.announced(JOB)).at(-1) ?? '';
  };
  const webhook = async (id: string) =>
    (await world.db.ownerQuery('SELECT state, failures_in_row FROM notification.webhook WHERE id = $1', [id]))[0];
  const end = (id: string, owner = hospital) =>
    world.as(person(1), (tx) => world.webhooks.setState(tx, owner, { webhookId: id, state: 'ended' }));

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        calls.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
        response.writeHead(answer, answer === 302 ? { location: 'http://169.254.169.254/' } : {}).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${(typeof address === 'object' ? address?.port : 0)?.toString() ?? ''}/hook`;
    world = await NotificationWorld.open({ HUIJI_WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' });
    await world.enter(1, 'hospital', hospital.organisationId);
    await world.enter(2, 'supplier', other.organisationId);
  });
  beforeEach(() => {
    calls.length = 0;
    answer = 204;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await world.db.close();
  });

  it('an event arrives signed after Standard Webhooks; a changed body or another secret does not verify', async () => {
    const { id, secret } = await add();
    const deliveryId = await event('signed');
    await world.sending.send(AREA, deliveryId);
    await world.sending.send(AREA, deliveryId);
    expect(calls).toHaveLength(1);
    const [call] = calls;
    const headers = call?.headers as Record<string, string>;
    expect(headers['webhook-id']).toBe(deliveryId);
    expect(new Webhook(secret).verify(call?.body ?? '', headers)).toMatchObject({
      type: 'report-returned',
      data: { subjectType: 'volume-report' },
    });
    expect(() => new Webhook(secret).verify(`${call?.body ?? ''} `, headers)).toThrow();
    expect(() =>
      new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(call?.body ?? '', headers),
    ).toThrow();
    const stored = JSON.stringify(await world.db.ownerQuery('SELECT * FROM notification.webhook WHERE id = $1', [id]));
    expect(stored).not.toContain(secret);
    await end(id);
  });

  it('a failed try is tried again with the same id and the same bytes, and each is in the log', async () => {
    const { id } = await add();
    const deliveryId = await event('again');
    answer = 500;
    await expect(world.sending.send(AREA, deliveryId)).rejects.toThrow('was not delivered (500)');
    answer = 302;
    await expect(world.sending.send(AREA, deliveryId)).rejects.toThrow('was not delivered (302)');
    answer = 200;
    await world.sending.send(AREA, deliveryId);
    expect(new Set(calls.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)).size).toBe(1);
    expect(calls).toHaveLength(3);
    const log = await world.db.ownerQuery(
      'SELECT attempt, status FROM notification.webhook_attempt WHERE delivery_id = $1 ORDER BY attempt',
      [deliveryId],
    );
    expect(log).toEqual([
      { attempt: 1, status: 500 },
      { attempt: 2, status: 302 },
      { attempt: 3, status: 200 },
    ]);
    const page = await world.as(person(1), (tx) => world.webhooks.events(tx, hospital, id, { first: 10 }));
    expect(page.edges.map(({ node }) => [node.state, node.attempts, node.status])).toEqual([['delivered', 3, 200]]);
    await end(id);
  });

  it('a try that dies before it is noted is made again, and the receiver knows it by its id', async () => {
    const { id } = await add();
    const deliveryId = await event('dies');
    world.database.gone = true;
    await expect(world.sending.send(AREA, deliveryId)).rejects.toThrow('the process is gone');
    world.database.gone = false;
    await world.sending.send(AREA, deliveryId);
    expect(calls.map(({ headers }) => headers['webhook-id'])).toEqual([deliveryId, deliveryId]);
    await end(id);
  });

  it('five events given up in a row pause it and tell its people once; resumed, it starts anew', async () => {
    const { id } = await add();
    answer = 410;
    const gone = await event('gone');
    await world.sending.send(AREA, gone);
    expect(await webhook(id)).toEqual({ state: 'paused', failures_in_row: 1 });
    await world.as(person(1), (tx) => world.webhooks.setState(tx, hospital, { webhookId: id, state: 'active' }));
    answer = 500;
    for (const n of [1, 2, 3, 4, 5]) {
      const deliveryId = await event(`given up ${n.toString()}`);
      for (let attempt = 1; attempt < 8; attempt += 1)
        await expect(world.sending.send(AREA, deliveryId)).rejects.toThrow('was not delivered');
      await world.sending.send(AREA, deliveryId);
    }
    expect(await webhook(id)).toEqual({ state: 'paused', failures_in_row: 5 });
    const made = await world.announced(JOB);
    await event('while paused');
    expect(await world.announced(JOB)).toEqual(made);
    const told = await world.db.ownerQuery(
      `SELECT recipient_id, count(*) FROM notification.notice WHERE kind = 'webhook-paused' GROUP BY 1`,
    );
    expect(told).toEqual([{ recipient_id: person(1), count: 2n }]);
    await end(id);
  });

  it('an organisation has and sees its own only, and is told of its own only', async () => {
    const { id } = await add();
    await event('own');
    const events = (owner: typeof hospital) =>
      world.as(person(2), async (tx) => (await world.webhooks.events(tx, owner, id, { first: 10 })).edges.length);
    expect([await events(hospital), await events(other)]).toEqual([1, 0]);
    expect(await world.as(person(2), (tx) => world.webhooks.renewSecret(tx, other, id))).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    expect(await end(id, other)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    const before = await world.announced(JOB);
    await event('of another', other);
    expect(await world.announced(JOB)).toEqual(before);
    await end(id);
  });

  it('an address inside is refused when it is added, and not called when the setting is taken away', async () => {
    const inside = await world.as(person(1), (tx) =>
      world.webhooks.create(tx, hospital, { url: 'https://10.0.0.1/', kinds: [] }),
    );
    expect(inside).toMatchObject({
      refusal: { issues: [{ field: 'url', code: 'WEBHOOK_URL_PRIVATE' }, { code: 'WEBHOOK_KINDS_MISSING' }] },
    });
  });
});
