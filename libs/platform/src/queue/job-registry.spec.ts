import { z } from 'zod';
import { defineJob, JobHandler, type JobDefinition } from './job';
import { JobRegistry } from './job-registry';

const payload = z.object({ area: z.string() });
const read = defineJob({ name: 'test.read', payload });
const write = defineJob({ name: 'test.write', payload });

class Idle extends JobHandler<JobDefinition> {
  constructor(readonly job: JobDefinition) {
    super();
  }
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

const pair = (definitions: readonly JobDefinition[], handlers: readonly JobHandler<JobDefinition>[]) =>
  new JobRegistry(definitions, () => handlers).pair();

describe('jobs and handlers are paired at start', () => {
  it('accepts one handler for each job', () => {
    expect([...pair([read, write], [new Idle(write), new Idle(read)]).keys()]).toEqual(['test.read', 'test.write']);
  });

  it('refuses a job that nobody handles, one that two handle, and a handler of no listed job, all in one message', () => {
    const third = defineJob({ name: 'test.third', payload });
    const start = () => pair([read, write], [new Idle(write), new Idle(write), new Idle(third)]);
    expect(start).toThrow(/test\.read has no handler[\s\S]*test\.write has 2 handlers[\s\S]*test\.third/);
  });

  it('refuses two jobs of one name', () => {
    expect(() => pair([read, read], [new Idle(read)])).toThrow(/test\.read is defined twice/);
  });

  it('knows no job that was not defined', () => {
    expect(() => new JobRegistry([read], () => [new Idle(read)]).find('test.other')).toThrow(/no job is named/);
  });

  it.each(['Read', 'test', 'test.', 'test.Read', 'test read'])('takes %p for no name of a job', (name) => {
    expect(() => defineJob({ name, payload })).toThrow(/named/);
  });
});
