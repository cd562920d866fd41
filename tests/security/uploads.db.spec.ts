import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seedArea } from '@huiji/migrations/testing';
import type { Role } from '@huiji/platform';
import { journeyApi, type JourneyApi } from '../journeys/support/journey-api';

const MIB = 1_048_576;
const AREA = '510900';
/** What one upload may add to the memory of the process, whatever the file's size; sender and receiver are one process. */
const MEMORY_MIB = 110;

const organisation = (place: number): string => `0190c6a4-5c1e-7b1a-9f00-00000000000${place.toString()}`;

/** A table of so many MiB, made as it is read; no two MiB are alike. */
function* table(mebibytes: number): Generator<Buffer> {
  const line = randomBytes(511).toString('hex');
  const part = Buffer.from(`${`${line},\n`.repeat(MIB / 1024)}`);
  for (let place = 0; place < mebibytes; place += 1) {
    part.write(place.toString().padStart(8, '0'));
    yield Buffer.from(part);
  }
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

const whole = async (answer: IncomingMessage): Promise<Answer> => {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) as Answer['body'] };
};

describe('X8 files that come over the wire', () => {
  let journey: JourneyApi;
  let port: string;
  const tokens = new Map<Role | 'other-hospital', string>();
  /** Every folder that an upload made for itself. */
  const folders: string[] = [];

  const enter = async (loginName: Role | 'other-hospital', role: Role, place: number): Promise<void> => {
    const client = await journey.enter({ loginName, area: AREA, organisationId: organisation(place), role });
    tokens.set(loginName, client.token ?? '');
  };

  beforeAll(async () => {
    const make = fs.mkdtemp;
    jest.spyOn(fs, 'mkdtemp').mockImplementation(async (prefix: string) => {
      const folder = await make(prefix);
      if (basename(folder).startsWith('huiji-upload-')) folders.push(folder);
      return folder;
    });
    journey = await journeyApi();
    await seedArea(journey.db, AREA);
    await journey.db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care)
       SELECT id, kind, kind || id, kind || id, false FROM unnest($1::uuid[], $2::text[]) AS o (id, kind)`,
      [[1, 2, 3, 4, 5].map(organisation), ['hospital', 'hospital', 'agency', 'supplier', 'assessment-institution']],
    );
    await enter('hospital', 'hospital', 1);
    await enter('other-hospital', 'hospital', 2);
    await enter('agency-clerk', 'agency-clerk', 3);
    await enter('auditor', 'auditor', 3);
    await enter('administrator', 'administrator', 3);
    await enter('supplier', 'supplier', 4);
    await enter('assessor', 'assessor', 5);
    await journey.app.listen(0, '127.0.0.1');
    port = new URL(await journey.app.getUrl()).port;
  }, 120_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    await journey.close();
  });

  const call = (as: Role | 'other-hospital', extra: Record<string, string> = {}): ClientRequest =>
    request({
      host: '127.0.0.1',
      port,
      path: '/files',
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens.get(as) ?? ''}`,
        'content-type': 'multipart/form-data; boundary=part',
        'accept-language': 'en',
        ...extra,
      },
    });

  const form = function* (content: Iterable<Buffer>): Generator<Buffer> {
    yield Buffer.from(`--part\r\ncontent-disposition: form-data; name="file"; filename="rows.csv"\r\n\r\n`);
    yield* content;
    yield Buffer.from('\r\n--part--\r\n');
  };

  const send = async (as: Role | 'other-hospital', content: Iterable<Buffer>): Promise<Answer> => {
    const sending = call(as);
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      sending.on('response', resolve).on('error', reject);
    });
    const [got] = await Promise.all([answer.then(whole), pipeline(Readable.from(form(content)), sending)]);
    return got;
  };

  const rows = async (): Promise<number> => {
    const [row] = await journey.db.ownerQuery<{ n: number }>('SELECT count(*)::int AS n FROM platform.file');
    return row?.n ?? -1;
  };
  const pieces = async (): Promise<number> => {
    const [row] = await journey.db.ownerQuery<{ n: number }>('SELECT count(*)::int AS n FROM platform.file_piece');
    return row?.n ?? -1;
  };
  const left = (): readonly string[] => folders.filter((folder) => existsSync(folder));

  /** Runs an act and answers by how much the memory of the process grew at its highest, in MiB. */
  const growth = async (act: () => Promise<void>): Promise<number> => {
    const before = process.memoryUsage.rss();
    let highest = before;
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20);
    await act();
    clearInterval(watch);
    return (Math.max(highest, process.memoryUsage.rss()) - before) / MIB;
  };

  it('takes a large file within bounds of memory, and gives back the very bytes', async () => {
    await send('hospital', table(8));
    const sent = createHash('sha256');
    const got = createHash('sha256');
    const measured = function* (): Generator<Buffer> {
      for (const part of table(120)) {
        sent.update(part);
        yield part;
      }
    };
    let fileId = '';
    const up = await growth(async () => {
      const answer = await send('hospital', measured());
      expect(answer.status).toBe(201);
      expect(left()).toEqual([]);
      fileId = answer.body['fileId'] ?? '';
    });
    const down = await growth(async () => {
      const response = await fetch(`http://127.0.0.1:${port}/files/${fileId}`, {
        headers: { authorization: `Bearer ${tokens.get('hospital') ?? ''}` },
      });
      for await (const part of response.body ?? []) got.update(part as Uint8Array);
    });
    const digest = sent.digest('hex');
    expect(got.digest('hex')).toBe(digest);
    const stored = await journey.db.ownerQuery(
      `SELECT f.sha256, encode(sha256(string_agg(p.content, ''::bytea ORDER BY p.place)), 'hex') AS kept
       FROM platform.file f JOIN platform.file_piece p ON p.area = f.area AND p.file_id = f.id
       WHERE f.id = $1 GROUP BY f.sha256`,
      [fileId],
    );
    expect(stored).toEqual([{ sha256: digest, kept: digest }]);
    expect(up).toBeLessThan(MEMORY_MIB);
    expect(down).toBeLessThan(MEMORY_MIB);
  }, 120_000);

  it('refuses one of more than 128 MiB in words, and keeps nothing of it', async () => {
    const before = [await rows(), await pieces()];
    let answer: Answer | undefined;
    const grew = await growth(async () => {
      answer = await send('hospital', table(129));
    });
    expect(answer).toEqual({
      status: 413,
      body: {
        code: 'FILE_TOO_LARGE',
        message: 'the file is larger than 128 MiB',
        mend: 'split it and upload the parts',
      },
    });
    expect(grew).toBeLessThan(MEMORY_MIB);
    expect([await rows(), await pieces()]).toEqual(before);
    expect(left()).toEqual([]);
  }, 120_000);

  it('keeps nothing of a file whose sender goes away', async () => {
    const before = [await rows(), await pieces()];
    const made = folders.length;
    const sending = call('hospital');
    sending.on('error', () => undefined);
    // All but the boundary that ends the file.
    for (const part of [...form(table(4))].slice(0, -1))
      if (!sending.write(part)) await new Promise((resolve) => sending.once('drain', resolve));
    while (folders.length === made) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(left()).toHaveLength(1);
    sending.destroy();
    for (let tries = 0; left().length > 0 && tries < 200; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(left()).toEqual([]);
    expect([await rows(), await pieces()]).toEqual(before);
    expect((await send('hospital', [Buffer.from('a,b')])).status).toBe(201);
  });

  it.each(['auditor', 'assessor', 'supplier', 'administrator'] as const)(
    'refuses the %s, who has no work for which a file is sent',
    async (role) => {
      const made = folders.length;
      const before = await rows();
      expect(await send(role, [Buffer.from('a,b')])).toEqual({
        status: 403,
        body: {
          code: 'UPLOAD_NOT_FOR_ROLE',
          message: 'your role has no work for which a file is sent',
          mend: 'let the clerk or the hospital send it',
        },
      });
      expect([folders.length, await rows()]).toEqual([made, before]);
    },
  );

  it.each(['hospital', 'agency-clerk'] as const)('takes the file of the %s', async (role) => {
    expect((await send(role, [Buffer.from('a,b')])).status).toBe(201);
    expect(left()).toEqual([]);
  });

  it('a file of another organisation is not found, as an absent one', async () => {
    const { fileId } = (await send('hospital', [Buffer.from('a,b')])).body;
    const read = async (as: Role | 'other-hospital', id: string): Promise<unknown> => {
      const answer = await fetch(`http://127.0.0.1:${port}/files/${id}`, {
        headers: { authorization: `Bearer ${tokens.get(as) ?? ''}` },
      });
      return [answer.status, await answer.text()];
    };
    const absent = await read('hospital', organisation(9));
    expect(absent).toMatchObject([404, expect.stringContaining('NOT_FOUND')]);
    expect(await read('hospital', fileId ?? '')).toEqual([200, 'a,b']);
    expect(await read('auditor', fileId ?? '')).toEqual([200, 'a,b']);
    for (const role of ['other-hospital', 'supplier', 'assessor'] as const)
      expect(await read(role, fileId ?? '')).toEqual(absent);
  });
});
