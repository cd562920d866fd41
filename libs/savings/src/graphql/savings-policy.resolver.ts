import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, Database, mutationResult, Requests, type Caller, type Tx } from '@huiji/platform';
import { SavingsPolicyService } from '../savings-policy.service';
import { SavingsPolicyDraftInput, SavingsPolicyPutInForceInput } from './savings.input';
import { SavingsPolicyType } from './savings.type';
import { policyView } from './savings.view';

const SavingsPolicyDraftResult = mutationResult('SavingsPolicyDraftResult', () => SavingsPolicyType);
const SavingsPolicyPutInForceResult = mutationResult('SavingsPolicyPutInForceResult', () => SavingsPolicyType);

@Resolver(() => SavingsPolicyType)
export class SavingsPolicyResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly policies: SavingsPolicyService,
  ) {}

  @Query(() => [SavingsPolicyType], {
    description: 'Policies of retained savings of the area, newest first (结余留用政策列表).',
  })
  savingsPolicies(@CurrentCaller() caller: Caller): Promise<SavingsPolicyType[]> {
    return this.database.read(caller.scope, async (tx) => (await this.policies.all(tx)).map(policyView));
  }

  @Mutation(() => SavingsPolicyDraftResult, { description: 'Writes a policy as a draft (起草政策).' })
  savingsPolicyDraft(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SavingsPolicyDraftInput, description: 'The policy (政策).' })
    input: SavingsPolicyDraftInput,
  ): Promise<SavingsPolicyType | Refusal> {
    const draft = { ...input, capBp: input.cap, bands: input.bands.map(bandOf) };
    const act = (tx: Tx) => this.policies.draft(tx, draft);
    return this.requests.perform(caller, 'savingsPolicyDraft', input, act, this.render);
  }

  @Mutation(() => SavingsPolicyPutInForceResult, {
    description: 'Puts a draft in force; not by the person who wrote it (确认政策生效).',
  })
  savingsPolicyPutInForce(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SavingsPolicyPutInForceInput, description: 'Which draft (哪一份草稿).' })
    input: SavingsPolicyPutInForceInput,
  ): Promise<SavingsPolicyType | Refusal> {
    const act = (tx: Tx) => this.policies.putInForce(tx, input.policyId);
    return this.requests.perform(caller, 'savingsPolicyPutInForce', input, act, this.render);
  }

  private readonly render = async (tx: Tx, id: string) => {
    const found = await this.policies.find(tx, id);
    return found && policyView(found);
  };
}

const bandOf = (band: SavingsPolicyDraftInput['bands'][number]) => ({
  fromHundredths: BigInt(band.fromHundredths),
  toHundredths: BigInt(band.toHundredths),
  ratioBp: band.ratio,
});
