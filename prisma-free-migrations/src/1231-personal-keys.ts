import { infrastructureTable, migration, tenantTable } from './migration';

const personKey = `
CREATE TABLE platform.person_key (
  area platform.area_code NOT NULL REFERENCES platform.area,
  person_id uuid NOT NULL,
  wrapped_key text,
  made_at timestamptz NOT NULL,
  destroyed_at timestamptz,
  destroyed_by_rule text CHECK (length(destroyed_by_rule) BETWEEN 1 AND 100),
  PRIMARY KEY (area, person_id),
  CONSTRAINT person_key_destroyed CHECK ((wrapped_key IS NULL) = (destroyed_at IS NOT NULL)
    AND (destroyed_at IS NULL) = (destroyed_by_rule IS NULL))
)`;

const rotation = `
CREATE TABLE platform.key_use (
  area platform.area_code NOT NULL REFERENCES platform.area,
  key_id text NOT NULL CHECK (key_id ~ '^[a-z0-9]{1,16}$'),
  first_used_at timestamptz NOT NULL,
  retired_at timestamptz,
  PRIMARY KEY (area, key_id)
)`;

export default migration({
  number: 1231,
  name: 'personal-keys',
  reason:
    'Each person has a key of their own, which can be destroyed (erasure); the ring of keys rotates, and a start without a key that data still needs is refused.',
  up: [
    personKey,
    tenantTable('platform.person_key', {
      comment:
        'the key of one person, or of one organisation that is paid, encrypted by the ring: every number of theirs is under it; destroyed, all of it is unreadable for ever',
      grant: 'update',
    }),
    'REVOKE UPDATE ON platform.person_key FROM huiji_app',
    'GRANT UPDATE (wrapped_key, destroyed_at, destroyed_by_rule) ON platform.person_key TO huiji_app',
    rotation,
    'ALTER TABLE platform.key_use ENABLE ROW LEVEL SECURITY',
    'ALTER TABLE platform.key_use FORCE ROW LEVEL SECURITY',
    `CREATE POLICY area ON platform.key_use
       USING (area = current_setting('app.area')::integer::text)
       WITH CHECK (area = current_setting('app.area')::integer::text)`,
    infrastructureTable('platform.key_use', {
      comment: 'a key of the ring that data of an area needs, until rotation has counted that none does',
      grant: 'update',
    }),
  ],
  down: ['DROP TABLE platform.key_use', 'DROP TABLE platform.person_key'],
});
