import { Injectable } from '@nestjs/common';
import { JobHandler, type JobTelling, type PayloadOf } from '@huiji/platform';
import { SealService } from '../seal.service';
import { verifySealsJob } from './definitions';

@Injectable()
export class VerifySealsHandler extends JobHandler<typeof verifySealsJob> {
  readonly job = verifySealsJob;

  constructor(private readonly seals: SealService) {
    super();
  }

  async handle({ area, verificationId }: PayloadOf<typeof verifySealsJob>, telling: JobTelling): Promise<void> {
    await this.seals.verify(area, verificationId, (done, total) => telling.progress(done, total));
  }
}
