import { Injectable } from '@nestjs/common';
import { areaCode } from '@huiji/kernel';
import { Database, defineJob, JobHandler } from '@huiji/platform';
import { z } from 'zod';
import { PublicityService } from '../assessments/publicity.service';

/** Ends publicity whose last day is over on the area's business date. */
export const closePublicityJob = defineJob({
  name: 'long-term-care.close-publicity',
  payload: z.object({ area: z.string() }),
});

@Injectable()
export class ClosePublicityHandler extends JobHandler<typeof closePublicityJob> {
  readonly job = closePublicityJob;

  constructor(
    private readonly database: Database,
    private readonly publicity: PublicityService,
  ) {
    super();
  }

  async handle({ area }: { readonly area: string }): Promise<void> {
    const scope = { area: areaCode(area), actor: { kind: 'system', name: closePublicityJob.name } } as const;
    const closed = await this.database.inTransaction(scope, (tx) => this.publicity.closeDue(tx));
    if (!closed.ok) throw new Error(`publicity was not closed: ${closed.refusal.code}`);
  }
}
