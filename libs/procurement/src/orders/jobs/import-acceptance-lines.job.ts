import { Injectable } from '@nestjs/common';
import { areaCode } from '@huiji/kernel';
import { Database, JobHandler, type JobTelling, type PayloadOf } from '@huiji/platform';
import { AcceptanceImportService } from '../acceptance-import.service';
import { importAcceptanceLines } from './import-acceptance-lines.definition';

/** Imports a file of acceptances in one transaction: a file that was applied or found faulty is left alone. */
@Injectable()
export class ImportAcceptanceLinesHandler extends JobHandler<typeof importAcceptanceLines> {
  readonly job = importAcceptanceLines;

  constructor(
    private readonly database: Database,
    private readonly imports: AcceptanceImportService,
  ) {
    super();
  }

  async handle({ area, importId }: PayloadOf<typeof importAcceptanceLines>, telling: JobTelling): Promise<void> {
    const scope = { area: areaCode(area), actor: { kind: 'system', name: this.job.name } } as const;
    const run = await this.database.inTransaction(scope, (tx) => this.imports.run(tx, importId, telling));
    if (!run.ok) throw new Error(`import ${importId}: ${run.refusal.code}`);
  }
}
