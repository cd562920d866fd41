import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@huiji/kernel';
import {
  CurrentCaller,
  Database,
  mutationResult,
  Requests,
  type Caller,
  type Connection,
  type Tx,
} from '@huiji/platform';
import { AgreementPeriodType } from '../../rounds/graphql/round.types';
import { RoundReader } from '../../rounds/round.reader';
import type { PeriodView } from '../../rounds/round.views';
import { ContractReader } from '../contract.reader';
import { ContractService } from '../contract.service';
import type { MainContractView, SubContractView, VarietyVolumeView } from '../contract.views';
import { VolumeService } from '../volume.service';
import {
  ContractsMakeInputType,
  PaperSignaturesInput,
  PeriodInput,
  PeriodPageArgs,
  SubContractPageArgs,
} from './contract.inputs';
import { MainContractConnection, SubContractConnection, VarietyVolumeConnection } from './contract.types';

const AgreedVolumesComputeResult = mutationResult('AgreedVolumesComputeResult', () => AgreementPeriodType);
const ContractsMakeResult = mutationResult('ContractsMakeResult', () => AgreementPeriodType);
const ContractsSignResult = mutationResult('ContractsSignResult', () => AgreementPeriodType);
const ContractsSignOnPaperResult = mutationResult('ContractsSignOnPaperResult', () => AgreementPeriodType);
const ContractsActivateResult = mutationResult('ContractsActivateResult', () => AgreementPeriodType);

const input = { description: 'What is asked (请求内容).' };
@Resolver()
export class ContractResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly volumes: VolumeService,
    private readonly contracts: ContractService,
    private readonly periods: RoundReader,
    private readonly reader: ContractReader,
  ) {}

  @Query(() => VarietyVolumeConnection, {
    description: 'Base and agreed volumes of a period by variety (品种约定采购量).',
  })
  varietyVolumes(
    @CurrentCaller() caller: Caller,
    @Args() page: PeriodPageArgs,
  ): Promise<Connection<VarietyVolumeView>> {
    return this.database.read(caller.scope, (tx) => this.reader.volumePage(tx, page.periodId, page));
  }

  @Query(() => MainContractConnection, { description: 'Main contracts of a period (主合同), by number.' })
  mainContracts(@CurrentCaller() caller: Caller, @Args() page: PeriodPageArgs): Promise<Connection<MainContractView>> {
    return this.database.read(caller.scope, (tx) => this.reader.mainPage(tx, page.periodId, page));
  }

  @Query(() => SubContractConnection, {
    description: 'Sub-contracts of a period (分合同): a hospital and a supplier see those in which they are a party.',
  })
  subContracts(
    @CurrentCaller() caller: Caller,
    @Args() page: SubContractPageArgs,
  ): Promise<Connection<SubContractView>> {
    const filter = { periodId: page.periodId, mainContractId: page.mainContractId ?? null };
    return this.database.read(caller.scope, (tx) => this.reader.subPage(tx, caller, filter, page));
  }

  @Mutation(() => AgreedVolumesComputeResult, {
    description: 'Computes base and agreed volumes of a period, once (计算约定采购量).',
  })
  agreedVolumesCompute(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: PeriodInput,
  ): Promise<PeriodView | Refusal> {
    return this.perform(caller, 'agreedVolumesCompute', wanted, (tx) => this.volumes.compute(tx, wanted.periodId));
  }

  @Mutation(() => ContractsMakeResult, {
    description: 'Drafts the main contracts and sub-contracts of a period (生成合同).',
  })
  contractsMake(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: ContractsMakeInputType,
  ): Promise<PeriodView | Refusal> {
    return this.perform(caller, 'contractsMake', wanted, (tx) => this.contracts.make(tx, wanted));
  }

  @Mutation(() => ContractsSignResult, {
    description: "Signs every drafted sub-contract in which the caller's organisation is a party (签约).",
  })
  contractsSign(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: PeriodInput,
  ): Promise<PeriodView | Refusal> {
    return this.perform(caller, 'contractsSign', wanted, (tx) => this.contracts.sign(tx, caller, wanted.periodId));
  }

  @Mutation(() => ContractsSignOnPaperResult, {
    description: 'Records the missing signatures as given on paper (登记纸质签章).',
  })
  contractsSignOnPaper(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: PaperSignaturesInput,
  ): Promise<PeriodView | Refusal> {
    return this.perform(caller, 'contractsSignOnPaper', wanted, (tx) => this.contracts.signOnPaper(tx, wanted));
  }

  @Mutation(() => ContractsActivateResult, {
    description: 'Puts the signed contracts of a period in force (合同生效).',
  })
  contractsActivate(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: PeriodInput,
  ): Promise<PeriodView | Refusal> {
    return this.perform(caller, 'contractsActivate', wanted, (tx) => this.contracts.activate(tx, wanted.periodId));
  }

  private perform(
    caller: Caller,
    name: string,
    wanted: PeriodInput,
    act: (tx: Tx) => Promise<Result<string>>,
  ): Promise<PeriodView | Refusal> {
    return this.requests.perform(caller, name, wanted, act, (tx, id) => this.periods.period(tx, id));
  }
}
