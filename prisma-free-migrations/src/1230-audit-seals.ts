import { infrastructureTable, migration, tenantTable } from './migration';

const seal = `
CREATE TABLE platform.seal (
  area platform.area_code NOT NULL REFERENCES platform.area,
  number bigint NOT NULL CHECK (number >= 1),
  form smallint NOT NULL CHECK (form >= 1),
  first_position bigint NOT NULL CHECK (first_position >= 1),
  row_count bigint NOT NULL CHECK (row_count >= 1),
  after_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  previous_head text CHECK (previous_head ~ '^[0-9a-f]{64}$'),
  head text NOT NULL CHECK (head ~ '^[0-9a-f]{64}$'),
  leaves bytea NOT NULL,
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (area, number),
  UNIQUE (area, last_seq),
  UNIQUE (area, first_position),
  CONSTRAINT seal_range CHECK (after_seq < last_seq),
  CONSTRAINT seal_leaves CHECK (octet_length(leaves) = 56 * row_count),
  CONSTRAINT seal_first CHECK ((number = 1) = (previous_head IS NULL))
)`;

const look = `
CREATE TABLE platform.seal_look (
  area platform.area_code NOT NULL REFERENCES platform.area,
  seq bigint NOT NULL,
  seen_at timestamptz NOT NULL,
  snapshot_end xid8,
  PRIMARY KEY (area, seq)
)`;

const verification = `
CREATE TABLE platform.seal_verification (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('asked', 'done')),
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  kept_heads text NOT NULL,
  done_rows bigint NOT NULL DEFAULT 0,
  total_rows bigint,
  finished_at timestamptz,
  seal_count bigint,
  row_count bigint,
  finding_count bigint,
  findings jsonb NOT NULL DEFAULT '[]',
  tail_count bigint,
  tail_since timestamptz,
  PRIMARY KEY (area, id),
  CONSTRAINT seal_verification_done CHECK ((state = 'done') = (finished_at IS NOT NULL)
    AND (state = 'done') = (finding_count IS NOT NULL) AND (state = 'done') = (tail_count IS NOT NULL)
    AND (state = 'done') = (seal_count IS NOT NULL) AND (state = 'done') = (row_count IS NOT NULL))
)`;

export default migration({
  number: 1230,
  name: 'audit-seals',
  reason:
    'What happened is chained: rows that no transaction can add to any more are sealed in numbered seals whose heads are published, so that a change, a gap or a cut is found; and the ways to search the trail.',
  up: [
    seal,
    'ALTER TABLE platform.seal ALTER COLUMN leaves SET STORAGE EXTERNAL',
    tenantTable('platform.seal', {
      comment:
        'a numbered seal over consecutive actions of an area, linked to the one before by its head; append only, its head is published',
      grant: 'append',
    }),
    `COMMENT ON COLUMN platform.seal.first_position IS 'place of its first row in the chain of the area, from 1; its last row is at first_position + row_count - 1'`,
    `COMMENT ON COLUMN platform.seal.after_seq IS 'its rows are those with after_seq < seq <= last_seq'`,
    `COMMENT ON COLUMN platform.seal.leaves IS '56 bytes for each row in the order of seq: id (16), seq (8, big endian), SHA-256 of all its columns (32)'`,
    `COMMENT ON COLUMN platform.seal.form IS 'which columns, in which order, were hashed'`,
    look,
    // The look guards itself: it holds no business, yet belongs to an area.
    'ALTER TABLE platform.seal_look ENABLE ROW LEVEL SECURITY',
    'ALTER TABLE platform.seal_look FORCE ROW LEVEL SECURITY',
    `CREATE POLICY area ON platform.seal_look
       USING (area = current_setting('app.area')::integer::text)
       WITH CHECK (area = current_setting('app.area')::integer::text)`,
    infrastructureTable('platform.seal_look', {
      comment:
        'how far the trail of an area reached at an instant: sealed when every transaction that began before it must be over',
      grant: 'update-delete',
    }),
    `COMMENT ON COLUMN platform.seal_look.snapshot_end IS 'first transaction id that was not given a second or more after the look: whoever had taken a place in the trail before the look has a lower one'`,
    verification,
    'CREATE INDEX seal_verification_newest ON platform.seal_verification (area, asked_at, id)',
    tenantTable('platform.seal_verification', {
      comment: 'a verification of the seals that somebody asked for, and what it found',
      grant: 'update',
    }),
    'CREATE INDEX action_by_actor ON platform.action (area, actor_id, seq) WHERE actor_id IS NOT NULL',
    'CREATE INDEX action_by_kind ON platform.action (area, kind, seq)',
    'CREATE INDEX action_by_request ON platform.action (area, request_id, seq) WHERE request_id IS NOT NULL',
    'CREATE INDEX action_by_instant ON platform.action (area, at, seq)',
  ],
  down: [
    'DROP INDEX platform.action_by_instant',
    'DROP INDEX platform.action_by_request',
    'DROP INDEX platform.action_by_kind',
    'DROP INDEX platform.action_by_actor',
    'DROP TABLE platform.seal_verification',
    'DROP TABLE platform.seal_look',
    'DROP TABLE platform.seal',
  ],
});
