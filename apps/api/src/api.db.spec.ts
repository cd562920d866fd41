import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedArea } from '@huiji/migrations/testing';
import { UserService } from '@huiji/identity';
import { testApi, type TestApi } from './testing/test-api';

const HOSPITAL = '0190c6a4-5c1e-7b1a-9f00-000000000001';
const OTHER = '0190c6a4-5c1e-7b1a-9f00-000000000002';

describe('the API', () => {
  let api: TestApi;
  let folder: string;
  const bearers = new Map<string, string>();

  const post = async (query: string, variables?: object, headers: Record<string, string> = {}) =>
    api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: { query, variables },
    });

  const enter = async (loginName: string, organisationId: string): Promise<void> => {
    const users = api.app.get(UserService);
    const draft = { loginName, displayName: loginName, password: 'correct horse' };
    await api.db.database.inTransaction(api.db.scope('510900'), (tx) =>
      users.create(tx, draft, [{ organisationId, role: 'hospital' }]),
    );
    const answer = await post(
      'mutation ($input: LogInInput!) { logIn(input: $input) { ... on Session { accessToken } } }',
      { input: { loginName, password: draft.password } },
    );
    const { data } = answer.json<{ data: { logIn: { accessToken: string } } }>();
    bearers.set(loginName, `Bearer ${data.logIn.accessToken}`);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiji-console-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<title>console</title>');
    writeFileSync(join(folder, 'assets', 'app-1.js'), 'console.log(1)');
    api = await testApi({ environment: { HUIJI_CONSOLE_DIRECTORY: folder } });
    await seedArea(api.db, '510900');
    await api.db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care)
       VALUES ($1, 'hospital', '甲', 'A', false), ($2, 'hospital', '乙', 'B', false)`,
      [HOSPITAL, OTHER],
    );
    await enter('mine', HOSPITAL);
    await enter('others', OTHER);
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  it('X14 says whether it can do its work', async () => {
    const { statusCode, body } = await api.app.inject('/health');
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ status: 'ok', database: 'ok' });
  });

  it('says who is logged in, with the organisation and the area', async () => {
    const me =
      '{ me { loginName membership { role area { code nameZh demonstration businessDate } organisation { id nameEn } } memberships { id } } }';
    const answer = await post(me, undefined, { authorization: bearers.get('mine') ?? '' });
    expect(answer.json()).toMatchObject({
      data: {
        me: {
          loginName: 'mine',
          membership: {
            role: 'HOSPITAL',
            area: { code: '510900', nameZh: '遂宁', demonstration: true, businessDate: '2020-07-01' },
            organisation: { id: HOSPITAL, nameEn: 'A' },
          },
          memberships: [{}],
        },
      },
    });
    expect((await post(me)).json()).toMatchObject({
      data: { me: null },
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  const upload = (content: string, bearer?: string) =>
    api.app.inject({
      method: 'POST',
      url: '/files',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        ...(bearer ? { authorization: bearer } : {}),
      },
      payload: `--x\r\ncontent-disposition: form-data; name="file"; filename="报量.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--x--\r\n`,
    });

  it('takes a file up and gives it back to its own organisation only', async () => {
    const up = await upload('a,b\n1,2', bearers.get('mine'));
    expect(up.statusCode).toBe(201);
    const { fileId } = up.json<{ fileId: string }>();
    const down = (bearer?: string) =>
      api.app.inject({ url: `/files/${fileId}`, headers: bearer ? { authorization: bearer } : {} });
    const mine = await down(bearers.get('mine'));
    expect(mine.body).toBe('a,b\n1,2');
    expect(mine.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''%E6%8A%A5%E9%87%8F.csv`);
    expect((await down(bearers.get('others'))).statusCode).toBe(404);
    expect((await down()).statusCode).toBe(401);
    const absent = await api.app.inject({
      url: `/files/${HOSPITAL}`,
      headers: { authorization: bearers.get('mine') ?? '' },
    });
    expect(absent.body).toBe((await down(bearers.get('others'))).body);
  });

  it('refuses an upload without a log-in, without a file, and an empty file', async () => {
    expect((await upload('x')).json()).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await upload('', bearers.get('mine'))).json()).toMatchObject({
      code: 'FILE_EMPTY',
      mend: '请选择有内容的文件',
    });
    const none = await api.app.inject({
      method: 'POST',
      url: '/files',
      headers: { authorization: bearers.get('mine') ?? '', 'content-type': 'application/json' },
      payload: {},
    });
    expect(none.statusCode).toBe(400);
    expect(none.json()).toMatchObject({ code: 'FILE_MISSING' });
  });

  it('serves the console, its page for every address of the browser, and nothing outside its folder', async () => {
    const html = { accept: 'text/html' };
    const page = await api.app.inject({ url: '/rounds/1', headers: html });
    expect([page.statusCode, page.body]).toEqual([200, '<title>console</title>']);
    const script = await api.app.inject('/assets/app-1.js');
    expect(script.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8' });
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await api.app.inject('/assets/absent.js')).statusCode).toBe(404);
    expect((await api.app.inject('/..%2f..%2fetc%2fpasswd')).statusCode).toBe(404);
  });

  it('lets only its own scripts run, on every answer', async () => {
    for (const url of ['/health', '/explorer', '/', '/files/x']) {
      const { headers } = await api.app.inject({ url, headers: { accept: 'text/html' } });
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('has an explorer page that loads nothing from elsewhere', async () => {
    const page = await api.app.inject('/explorer');
    const parts = await Promise.all(
      ['/explorer/explorer.js', '/explorer/explorer.css'].map((url) => api.app.inject(url)),
    );
    expect([page, ...parts].map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    for (const { body } of [page, ...parts]) expect(body).not.toMatch(/https?:\/\//);
  });

  it('PD-23 writes neither passwords, tokens nor query strings to its log', async () => {
    const token = (bearers.get('mine') ?? '').replace('Bearer ', '');
    await api.app.inject({ url: `/health?token=${token}` });
    expect(api.log.length).toBeGreaterThan(0);
    const log = api.log.join('');
    expect(log).not.toContain(token);
    expect(log).not.toContain('correct horse');
  });
});
