import { randomUUID } from 'node:crypto';
import { AREA, draft, NotificationWorld, person } from './testing/notification-world';

describe('X7 notices in the product', () => {
  let world: NotificationWorld;
  const hospital = randomUUID();
  const agency = randomUUID();
  const read = (who: string, unreadOnly = false, area = AREA) =>
    world.as(
      who,
      async (tx) => (await world.reader.page(tx, who, unreadOnly, { first: 50 })).edges.map(({ node }) => node),
      area,
    );

  beforeAll(async () => {
    world = await NotificationWorld.open();
    await world.enter(1, 'agency-clerk', agency);
    await world.enter(2, 'agency-clerk', agency);
    await world.enter(3, 'agency-recheck', agency);
    await world.enter(4, 'hospital', hospital);
    await world.enter(5, 'agency-clerk', agency, '500000');
  });
  afterAll(() => world.db.close());

  it('the same is told to the same person once, however often and by however many at once', async () => {
    const same = draft({ dedupe: 'once' });
    expect(await world.notify(same)).toBe(1);
    expect(await world.notify(same, same)).toBe(0);
    const made = await Promise.all(Array.from({ length: 8 }, () => world.notify(draft({ dedupe: 'race' }))));
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(1);
  });

  it('a role is everybody who holds it in this area, an organisation its people; nobody else, nobody twice', async () => {
    await world.notify(
      draft({ dedupe: 'role', to: { roles: ['agency-clerk'], people: [person(1)], except: [person(2)] } }),
      draft({ dedupe: 'organisation', to: { organisationId: hospital } }),
    );
    const told = await world.db.ownerQuery(
      `SELECT dedupe, recipient_id FROM notification.notice WHERE dedupe IN ('role', 'organisation') ORDER BY 1, 2`,
    );
    expect(told).toEqual([
      { dedupe: 'organisation', recipient_id: person(4) },
      { dedupe: 'role', recipient_id: person(1) },
    ]);
  });

  it('a person who may no longer log in is told nothing', async () => {
    await world.enter(6, 'auditor', agency);
    await world.db.ownerQuery('UPDATE identity.person_user SET disabled_at = now() WHERE id = $1', [person(6)]);
    expect(await world.notify(draft({ dedupe: 'gone', to: { roles: ['auditor'] } }))).toBe(0);
  });

  it('everybody reads and marks their own only; a muted kind arrives as read', async () => {
    await world.set(person(3), { choices: [{ kind: 'approval-passed', channel: 'in-app', wanted: false }] });
    await world.notify(
      draft({ dedupe: 'own', to: { people: [person(3)] } }),
      draft({ dedupe: 'muted', kind: 'approval-passed', to: { people: [person(3)] } }),
    );
    expect((await read(person(3))).map(({ kind, readAt }) => [kind, readAt === null])).toEqual(
      expect.arrayContaining([
        ['approval-returned', true],
        ['approval-passed', false],
      ]),
    );
    const [own] = await read(person(3), true);
    expect(await world.as(person(1), (tx) => world.reader.markRead(tx, [own?.id ?? '']))).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    expect(await world.as(person(3), (tx) => world.reader.markRead(tx, [own?.id ?? '']))).toMatchObject({ ok: true });
    expect(await world.as(person(3), (tx) => world.reader.unread(tx, person(3)))).toBe(0);
    expect(await read(person(3), false, '500000')).toEqual([]);
  });

  it('a number that somebody typed into a reason is not told', async () => {
    await world.notify(draft({ dedupe: 'number', facts: { label: '1', reason: '身份证 510902194603072241 不符' } }));
    const [row] = await world.db.ownerQuery<{ facts: string }>(
      `SELECT facts::text FROM notification.notice WHERE dedupe = 'number'`,
    );
    expect(row?.facts).toContain('身份证 ＊＊＊ 不符');
  });

  it('what is rolled back was told to nobody', async () => {
    await world
      .as(undefined, async (tx) => {
        await world.notices.notify(tx, [draft({ dedupe: 'rolled back' })]);
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await world.db.ownerQuery(`SELECT FROM notification.notice WHERE dedupe = 'rolled back'`)).toEqual([]);
  });
});
