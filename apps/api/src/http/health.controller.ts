import { Controller, Get, Inject, Res } from '@nestjs/common';
import { CLOCK, Database, type Clock } from '@huiji/platform';
import type { FastifyReply } from 'fastify';

/** Whether this process can do its work: for a load balancer and for the launcher. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 200 when the database answers, 503 when it does not; never a secret, never an address. */
  @Get('/health')
  async health(@Res() reply: FastifyReply): Promise<void> {
    const database = await this.database.global.query('SELECT 1').then(
      () => 'ok',
      () => 'unreachable',
    );
    const up = database === 'ok';
    await reply
      .code(up ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: up ? 'ok' : 'down', database, at: this.clock.now().toISOString() });
  }
}
