import { areaCode, ok, refuse, type Result } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { recordAction } from '../audit/action';
import type { Tx } from '../database/tx';
import type { Caller } from './caller';
import { Requests } from './requests';

const user = '01900000-0000-7000-8000-000000000001';
const requestIds = (n: number): string => `01900000-0000-7000-9000-${n.toString().padStart(12, '0')}`;

describe('X3 same request, same result', () => {
  let db: TestDatabase;
  let requests: Requests;
  const caller = (userId = user): Caller => ({
    userId,
    area: areaCode('510900'),
    organisationId: user,
    role: 'agency-clerk',
    scope: { area: areaCode('510900'), actor: { kind: 'person', userId } },
  });
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    requests = new Requests(db.database);
  });
  afterAll(() => db.close());

  const make = async (tx: Tx): Promise<Result<string>> => {
    const id = tx.newId();
    await recordAction(tx, { subjectType: 'made', subjectId: id, kind: 'ThingMade' });
    return ok(id);
  };
  const show = (_tx: Tx, id: string): Promise<{ id: string }> => Promise.resolve({ id });
  const made = async (): Promise<number> =>
    (await db.ownerQuery(`SELECT 1 FROM platform.action WHERE subject_type = 'made'`)).length;

  it('PD-25 the same id and input get the first answer, and nothing is done twice', async () => {
    const input = { requestId: requestIds(1), name: 'a', amount: 5n };
    const before = await made();
    const first = await requests.perform(caller(), 'thingMake', input, make, show);
    const again = await requests.perform(caller(), 'thingMake', { ...input }, make, show);
    expect(again).toEqual(first);
    expect(await made()).toBe(before + 1);
  });

  it('the same id with another input is refused', async () => {
    await requests.perform(
      caller(),
      'thingMake',
      { requestId: requestIds(2), name: 'a' } as { requestId: string },
      make,
      show,
    );
    const other = await requests.perform(
      caller(),
      'thingMake',
      { requestId: requestIds(2), name: 'b' } as { requestId: string },
      make,
      show,
    );
    expect(other).toMatchObject({ kind: 'conflict', code: 'REQUEST_REUSED' });
  });

  it('the same id of another person or of another mutation is another request', async () => {
    const input = { requestId: requestIds(3) };
    const answers = await Promise.all([
      requests.perform(caller(), 'thingMake', input, make, show),
      requests.perform(caller('01900000-0000-7000-8000-000000000002'), 'thingMake', input, make, show),
      requests.perform(caller(), 'thingMakeOther', input, make, show),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(3);
  });

  it('twenty at once with one id wait on the key and get one result', async () => {
    const before = await made();
    const slow = async (tx: Tx): Promise<Result<string>> => {
      await tx.query('SELECT pg_sleep(0.05)');
      return make(tx);
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        requests.perform(caller(), 'thingMake', { requestId: requestIds(4) }, slow, show),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await made()).toBe(before + 1);
  });

  it('PD-27 a refusal rolls back and is not remembered: the same id may be tried again', async () => {
    const input = { requestId: requestIds(5) };
    const before = await made();
    const refused = await requests.perform(
      caller(),
      'thingMake',
      input,
      async (tx) => {
        await make(tx);
        return refuse('rule', 'NOT_TODAY');
      },
      show,
    );
    expect(refused).toMatchObject({ code: 'NOT_TODAY' });
    expect(await made()).toBe(before);
    expect(await requests.perform(caller(), 'thingMake', input, make, show)).toHaveProperty('id');
  });

  it('what the caller may no longer see is not found, and nothing stays of it', async () => {
    const before = await made();
    const answer = await requests.perform(caller(), 'thingMake', { requestId: requestIds(6) }, make, () =>
      Promise.resolve(undefined),
    );
    expect(answer).toMatchObject({ kind: 'not-found', code: 'NOT_FOUND' });
    expect(await made()).toBe(before);
  });
});
