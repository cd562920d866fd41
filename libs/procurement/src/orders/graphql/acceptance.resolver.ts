import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@huiji/kernel';
import {
  connectionOf,
  CurrentCaller,
  Database,
  FieldIssueType,
  mutationResult,
  PageArgs,
  Requests,
  UuidScalar,
  type Caller,
  type Connection,
  type Tx,
} from '@huiji/platform';
import { AcceptanceImportService } from '../acceptance-import.service';
import { AcceptanceReader } from '../acceptance.reader';
import { AcceptanceService } from '../acceptance.service';
import { OrderReader } from '../order.reader';
import type { AcceptanceImportView, ImportFaultView } from '../model/order.types';
import type { AcceptanceLineView, ShipmentView } from '../order.views';
import { AcceptanceImportType, AcceptanceLineConnection, AcceptanceLineType } from './acceptance.types';
import { AcceptanceRecordInput, FileImportInput, ImportFaultPageArgs, UnitsReturnInput } from './order.inputs';
import { ShipmentType } from './order.types';

const RecordResult = mutationResult('AcceptanceRecordResult', () => ShipmentType);
const UnitsReturnResult = mutationResult('UnitsReturnResult', () => AcceptanceLineType);
const FileImportResult = mutationResult('AcceptanceFileImportResult', () => AcceptanceImportType);
const FieldIssueConnection = connectionOf(FieldIssueType);

const input = { description: 'What is asked (请求内容).' };
@Resolver()
export class AcceptanceResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly acceptances: AcceptanceService,
    private readonly imports: AcceptanceImportService,
    private readonly reader: AcceptanceReader,
    private readonly orders: OrderReader,
  ) {}

  @Query(() => AcceptanceLineConnection, {
    description: 'Accepted lines, newest first (验收明细): a hospital and a supplier see their own.',
  })
  acceptanceLines(@CurrentCaller() caller: Caller, @Args() page: PageArgs): Promise<Connection<AcceptanceLineView>> {
    return this.database.read(caller.scope, (tx) => this.reader.linePage(tx, caller, page));
  }

  @Query(() => AcceptanceImportType, {
    nullable: true,
    description: 'One import of acceptances (验收文件导入); null: not found.',
  })
  acceptanceImport(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id (编号).' }) id: string,
  ): Promise<AcceptanceImportView | undefined> {
    return this.database.read(caller.scope, (tx) => this.reader.import(tx, caller, id));
  }

  @Query(() => FieldIssueConnection, { description: 'Faults of an import by row of the file (导入错误清单).' })
  acceptanceImportFaults(
    @CurrentCaller() caller: Caller,
    @Args() page: ImportFaultPageArgs,
  ): Promise<Connection<ImportFaultView>> {
    return this.database.read(caller.scope, (tx) => this.reader.importFaultPage(tx, caller, page.importId, page));
  }

  @Mutation(() => RecordResult, {
    description: 'Accepts lines of a shipment, wholly, partly, damaged or missing (验收).',
  })
  acceptanceRecord(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: AcceptanceRecordInput,
  ): Promise<ShipmentView | Refusal> {
    const act = (tx: Tx): Promise<Result<string>> => this.acceptances.accept(tx, caller, wanted);
    return this.requests.perform(caller, 'acceptanceRecord', wanted, act, (tx, id) =>
      this.orders.shipmentOfAcceptance(tx, caller, id),
    );
  }

  @Mutation(() => UnitsReturnResult, { description: 'Sends accepted units back; the acceptance stays (退货).' })
  unitsReturn(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: UnitsReturnInput,
  ): Promise<AcceptanceLineView | Refusal> {
    const act = (tx: Tx): Promise<Result<string>> => this.acceptances.return(tx, caller, wanted);
    return this.requests.perform(caller, 'unitsReturn', wanted, act, (tx, id) =>
      this.reader.lineOfReturn(tx, caller, id),
    );
  }

  @Mutation(() => FileImportResult, {
    description: 'Imports a CSV file of acceptances in the background, all or nothing (导入验收文件).',
  })
  acceptanceFileImport(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: FileImportInput,
  ): Promise<AcceptanceImportView | Refusal> {
    const act = (tx: Tx): Promise<Result<string>> => this.imports.start(tx, caller, wanted.fileId);
    return this.requests.perform(caller, 'acceptanceFileImport', wanted, act, (tx, id) =>
      this.reader.import(tx, caller, id),
    );
  }
}
