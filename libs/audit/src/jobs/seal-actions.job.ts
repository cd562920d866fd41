import { Injectable } from '@nestjs/common';
import { JobHandler } from '@huiji/platform';
import { Sealer } from '../sealer';
import { sealActionsJob } from './definitions';

@Injectable()
export class SealActionsHandler extends JobHandler<typeof sealActionsJob> {
  readonly job = sealActionsJob;

  constructor(private readonly sealer: Sealer) {
    super();
  }

  async handle({ area }: { readonly area: string }): Promise<void> {
    await this.sealer.turn(area);
  }
}
