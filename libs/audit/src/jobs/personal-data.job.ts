import { Injectable } from '@nestjs/common';
import { JobHandler } from '@huiji/platform';
import { ErasureService } from '../personal/erasure.service';
import { KeyGuard } from '../personal/key-guard';
import { KeyRotation } from '../personal/key-rotation.service';
import { applyRetentionJob, rotateKeysJob } from './definitions';

@Injectable()
export class ApplyRetentionHandler extends JobHandler<typeof applyRetentionJob> {
  readonly job = applyRetentionJob;

  constructor(private readonly erasure: ErasureService) {
    super();
  }

  async handle({ area }: { readonly area: string }): Promise<void> {
    await this.erasure.applyRules(area);
  }
}

/** Does nothing while the area needs no key but the newest. */
@Injectable()
export class RotateKeysHandler extends JobHandler<typeof rotateKeysJob> {
  readonly job = rotateKeysJob;

  constructor(
    private readonly guard: KeyGuard,
    private readonly rotation: KeyRotation,
  ) {
    super();
  }

  async handle({ area }: { readonly area: string }): Promise<void> {
    if (await this.guard.mayRotate(area)) await this.rotation.rotate(area);
  }
}
