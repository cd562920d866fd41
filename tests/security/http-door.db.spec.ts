import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedArea } from '@huiji/migrations/testing';
import { CallerReader, randomSecrets } from '@huiji/platform';
import { journeyApi, type JourneyApi } from '../journeys/support/journey-api';

const PARTNER = 'https://partner.example';

interface Operation {
  readonly name: string;
  readonly text: string;
}

/** Operations as the console's own build lists them, with their texts. */
const consoleOperations = (to: string): readonly Operation[] => {
  const tool = join(__dirname, '../../apps/console/tools/operations.mjs');
  execFileSync(process.execPath, [tool, join(to, 'operations.json')]);
  execFileSync(process.execPath, [tool, join(to, 'texts.json'), '--texts']);
  return JSON.parse(readFileSync(join(to, 'texts.json'), 'utf8')) as Operation[];
};

describe('X8 the door of a production API', () => {
  let journey: JourneyApi;
  let folder: string;
  let operations: readonly Operation[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiji-door-'));
    operations = consoleOperations(folder);
    writeFileSync(join(folder, 'index.html'), '<title>console</title>');
    journey = await journeyApi({
      environment: {
        ...randomSecrets(),
        HUIJI_CONSOLE_DIRECTORY: folder,
        HUIJI_OPERATIONS: 'known',
        HUIJI_INTROSPECTION: 'nobody',
        HUIJI_ORIGINS: PARTNER,
        HUIJI_TLS: 'terminated',
        HUIJI_TRUSTED_PROXIES: '10.0.0.1',
      },
    });
    await seedArea(journey.db, '510900');
    await journey.app.listen(0, '127.0.0.1');
  }, 120_000);
  afterAll(async () => {
    await journey.close();
    rmSync(folder, { recursive: true });
  });

  const post = (payload: object | string, headers: Record<string, string> = {}) =>
    journey.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });

  it('runs every operation of the console and no other', async () => {
    expect(operations.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const { name, text } of operations) {
      const answer = (await post({ query: text })).json<{ errors?: { extensions: { code: string } }[] }>();
      const code = answer.errors?.[0]?.extensions.code ?? 'ran';
      if (!['ran', 'UNAUTHENTICATED', 'BAD_USER_INPUT'].includes(code)) wrong.push(`${name}: ${code}`);
    }
    expect(wrong).toEqual([]);
    const other = await post({ query: '{ __typename }' });
    expect([other.statusCode, other.json()]).toMatchObject([
      403,
      { errors: [{ extensions: { code: 'UNKNOWN_OPERATION' } }] },
    ]);
  });

  it('says on every answer what browsers must keep to', async () => {
    for (const url of ['/health', '/', '/graphql', '/files/x', '/absent']) {
      const { headers } = await journey.app.inject({ url, headers: { accept: 'text/html' } });
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as unknown,
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('payment=()') as unknown,
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    }
  });

  it('lets pages of the named origin call, and of no other, and never with cookies', async () => {
    const preflight = (origin: string) =>
      journey.app.inject({
        method: 'OPTIONS',
        url: '/graphql',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      });
    const good = (await preflight(PARTNER)).headers;
    expect(good['access-control-allow-origin']).toBe(PARTNER);
    expect(good['access-control-allow-credentials']).toBeUndefined();
    for (const origin of ['https://evil.example', `${PARTNER}.evil.example`, 'http://partner.example', 'null'])
      expect((await preflight(origin)).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('has no explorer, and tells nothing of its schema', async () => {
    expect((await journey.app.inject({ url: '/explorer' })).statusCode).toBe(404);
    expect((await post({ query: '{ __schema { types { name } } }' })).body).not.toContain('LogInInput');
  });

  it.each([
    ['a body of more than 2 MiB', () => post({ query: 'x'.repeat(2_100_000) }), 413],
    ['a body that is no JSON', () => post('{"query": '), 400],
    ['a body that reaches for prototypes', () => post('{"__proto__": {"query": "{a}"}, "query": "{a}"}'), 400],
    ['a body of another kind', () => post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['a list of operations', () => post([{ query: operations[0]?.text }, { query: operations[0]?.text }]), 400],
  ])('refuses %s, in JSON, without a stack', async (_, ask, status) => {
    const answer = await ask();
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('json');
    expect(answer.body).not.toMatch(/\bat .+\.[jt]s|node_modules|stack/);
  });

  it('refuses headers of more than 16 KiB and ends who sends them too slowly', async () => {
    const { port } = new URL(await journey.app.getUrl());
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port, path: '/health', headers: { 'x-long': 'x'.repeat(17_000) } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      call.on('error', reject);
      call.end();
    });
    expect(status).toBe(431);
    const server = journey.app.getHttpServer() as { headersTimeout: number; requestTimeout: number };
    expect(server.headersTimeout).toBeLessThanOrEqual(15_000);
    expect(server.requestTimeout).toBe(300_000);
  });

  it('believes the address a trusted proxy tells, and nobody else', async () => {
    const read = jest.spyOn(journey.app.get(CallerReader, { strict: false }), 'read');
    const ask = (remoteAddress: string) =>
      journey.app.inject({ url: '/files/x', remoteAddress, headers: { 'x-forwarded-for': '203.0.113.9' } });
    await ask('10.0.0.1');
    await ask('10.0.0.2');
    expect(read.mock.calls.map(([, address]) => address)).toEqual(['203.0.113.9', '10.0.0.2']);
    read.mockRestore();
  });
});

describe('X8 the door that nobody opened further', () => {
  let journey: JourneyApi;
  beforeAll(async () => {
    journey = await journeyApi();
  }, 120_000);
  afterAll(() => journey.close());

  it('answers no page of another origin, and does not promise TLS', async () => {
    const { headers } = await journey.app.inject({ url: '/health', headers: { origin: PARTNER } });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });
});
