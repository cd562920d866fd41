import { migration, tenantTable } from './migration';

const jobRun = `
CREATE TABLE platform.job_run (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  job text NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'waiting', 'done', 'failed')),
  attempts integer NOT NULL CHECK (attempts >= 1),
  done_units bigint,
  total_units bigint,
  fault text,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (area, id),
  CHECK ((finished_at IS NOT NULL) = (state IN ('done', 'failed'))),
  CHECK (done_units >= 0 AND total_units >= done_units),
  CHECK ((done_units IS NULL) = (total_units IS NULL))
)`;

export default migration({
  number: 110,
  name: 'queue',
  reason:
    'What became of each job stays visible, with progress and the last fault, apart from the queue and the business.',
  up: [
    jobRun,
    'CREATE INDEX job_run_open ON platform.job_run (area, state, started_at)',
    tenantTable('platform.job_run', {
      comment:
        'one job told by the outbox (same id) and what became of it: running, waiting for another try, done, failed',
      grant: 'update-delete',
    }),
    `COMMENT ON COLUMN platform.job_run.done_units IS 'progress in units that the job chooses (rows, payments)'`,
  ],
  down: ['DROP TABLE platform.job_run'],
});
