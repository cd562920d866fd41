import { Sealer, SealPublisher, SealVerifier } from '@huiji/audit';
import { Database } from '@huiji/platform';
import { benchApi, CLERK, type BenchApi } from './bench-api';
import { costOf, interleavedCosts, type Bench } from './bench-line';
import { peakMiB } from './processor';

const AREA = '510900';
const AT_ONCE = 500_000;

/** What happened to a thing, again and again, as an owner's script would write it. */
const fill = (first: number, last: number): string => `
INSERT INTO platform.action (area, id, subject_type, subject_id, kind, from_state, to_state, reason, payload, actor_kind, actor_id,
  request_id, client_address, business_date, at)
SELECT '${AREA}', ('019b0000-0000-8000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'thing',
  ('019b0001-0000-8000-8000-' || lpad(to_hex(n % 100000), 12, '0'))::uuid, 'ThingMoved', 'draft', 'submitted', '第' || n || '次',
  jsonb_build_object('number', n, 'amount', '12.50'), 'person', '${CLERK}',
  ('019b0002-0000-8000-8000-' || lpad(to_hex(n / 10), 12, '0'))::uuid, '10.0.0.1', '2020-07-01', now()
FROM generate_series(${first}, ${last}) AS n`;

/** A bench prints figures only. */
class QuietPublisher extends SealPublisher {
  override publish(): void {
    // The heads of a bench are of no use to anybody.
  }
}

const sealAll = async (api: BenchApi): Promise<void> => {
  const sealer = new Sealer(api.service(Database), new QuietPublisher(), { longestTransactionSeconds: 900 });
  await sealer.turn(AREA);
  await api.db.ownerQuery(`UPDATE platform.seal_look SET seen_at = seen_at - interval '1 day'`);
  await sealer.turn(AREA);
  await api.db.ownerQuery('VACUUM ANALYZE platform.action, platform.seal');
};

/** A verification that would not find a change proves nothing about its speed. */
const mustFind = async (api: BenchApi): Promise<void> => {
  const [middle] = await api.db.ownerQuery<{ id: string }>(
    `UPDATE platform.action SET reason = 'changed' WHERE area = '${AREA}' AND id = '019b0000-0000-8000-8000-000000000fff' RETURNING id`,
  );
  const { findings } = await SealVerifier.verify(api.service(Database), AREA);
  if (findings.length !== 1 || findings[0]?.actionId !== middle?.id) throw new Error('the change was not found');
};

/** Verifies the seals of 10,000,000 actions, against PostgreSQL hashing the text of every row; prints the peak memory. */
export const bench: Bench = async ({ small }) => {
  const rows = small ? 20_000 : 10_000_000;
  const api = await benchApi(AREA, '2020-07-01');
  try {
    for (let first = 1; first <= rows; first += AT_ONCE)
      await api.db.ownerQuery(fill(first, Math.min(rows, first + AT_ONCE - 1)));
    await sealAll(api);
    const lines = await interleavedCosts({
      bench: `audit-verify-${rows}`,
      target: 0.5,
      rounds: 1,
      peakRssMiB: () => peakMiB(process.pid),
      ours: () =>
        costOf(api.processor, async () => {
          const report = await SealVerifier.verify(api.service(Database), AREA);
          if (report.findingCount > 0n || report.rowCount < BigInt(rows)) throw new Error('the seals do not fit');
        }),
      reference: () =>
        costOf(api.processor, () =>
          api.db.ownerQuery(
            `SELECT count(sha256(convert_to(a::text, 'UTF8'))) FROM (SELECT * FROM platform.action WHERE area = '${AREA}' ORDER BY seq) a`,
          ),
        ),
    });
    await mustFind(api);
    return lines;
  } finally {
    await api.close();
  }
};
