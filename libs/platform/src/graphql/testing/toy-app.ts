import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Args, Field, InputType, Int, Mutation, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { areaCode, badInput, fen, notFound, refuse, type Fen, type Refusal } from '@huiji/kernel';
import { pino } from 'pino';
import type { Caller, Role } from '../../requests/caller';
import type { Permissions } from '../../requests/permission';
import {
  CallerReader,
  connectionOf,
  CurrentCaller,
  FenScalar,
  graphqlModule,
  Keyset,
  mutationResult,
  PageArgs,
  PlainDateScalar,
  UuidScalar,
  type Connection,
  type GraphqlPolicy,
} from '../index';

export const toyCaller = (role: Role): Caller => ({
  userId: '0190c6a4-5c1e-7b1a-9f00-1234567890ab',
  area: areaCode('510900'),
  organisationId: '0190c6a4-5c1e-7b1a-9f00-1234567890ac',
  role,
  scope: { area: areaCode('510900'), actor: { kind: 'person', userId: '0190c6a4-5c1e-7b1a-9f00-1234567890ab' } },
});

/** "Bearer hospital" is a hospital. */
class RoleReader extends CallerReader {
  override read(authorization: string | undefined): Promise<Caller | undefined> {
    const role = authorization?.replace('Bearer ', '');
    return Promise.resolve(role ? toyCaller(role as Role) : undefined);
  }
}

@ObjectType('Toy', { description: 'a toy' })
class ToyType {
  @Field(() => Int, { description: 'place' })
  place!: number;

  @Field(() => FenScalar, { description: 'price in yuan' })
  price!: Fen;

  @Field(() => PlainDateScalar, { nullable: true, description: 'day' })
  day?: string;
}

const ToyConnection = connectionOf(ToyType);

@InputType({ description: 'what to buy' })
class ToyBuyInput {
  @Field(() => UuidScalar, { description: 'request id' })
  requestId!: string;

  @Field(() => FenScalar, { description: 'price in yuan' })
  price!: Fen;

  @Field(() => String, { nullable: true, description: 'which refusal to give' })
  refusal?: string;
}

const ToyBuyResult = mutationResult('ToyBuyResult', () => ToyType);

const toys = Array.from({ length: 120 }, (_, place) => ({ place, price: fen(place * 101) }));

const byPlace = new Keyset<ToyType>('toys', [{ sql: 'place', type: 'integer', of: ({ place }) => place }]);

const refusals: Readonly<Record<string, Refusal>> = {
  absent: notFound('toy').refusal,
  input: badInput([{ field: 'price', row: 3, code: 'NOT_AN_AMOUNT', facts: { text: 'x' } }]).refusal,
  state: refuse('state', 'WRONG_STATE', { state: 'sold', action: 'buy' }).refusal,
  conflict: refuse('conflict', 'REQUEST_REUSED').refusal,
  rule: refuse('rule', 'WORDLESS', { limit: '1.00' }).refusal,
};

/** Every password that reached the toy's log-in. */
export const triedPasswords: string[] = [];

@Resolver(() => ToyType)
class ToyResolver {
  @Query(() => ToyConnection, { description: 'all toys' })
  toys(@Args() page: PageArgs): Connection<ToyType> {
    const { params, limit } = byPlace.slice(page, 1);
    const from = params.length === 0 ? 0 : Number(params[0]) + 1;
    return byPlace.connection(page, toys.slice(from, from + limit), (toy) => toy);
  }

  @Query(() => String, { description: 'anybody may ask' })
  greeting(
    @Args('name', { type: () => String, description: 'who' }) name: string,
    @Args('marks', { type: () => [Int], nullable: true, description: 'how many, each' }) marks?: number[],
    @Args('tip', { type: () => FenScalar, nullable: true, defaultValue: fen(100), description: 'yuan' }) tip?: Fen,
  ): string {
    if (typeof (tip ?? fen(1)) !== 'bigint') throw new Error('money comes in as bigint fen');
    return `hello ${name}${'!'.repeat(marks?.length ?? 0).slice(0, 1)}`;
  }

  @Query(() => Int, { nullable: true, description: 'breaks' })
  broken(): number {
    throw new Error('secret: password of 110101199003074514');
  }

  @Query(() => Int, { nullable: true, description: 'breaks in the database' })
  brokenStatement(): number {
    throw Object.assign(new Error('duplicate key'), { parameters: ['6222021001122334455'], detail: 'Key (x)=(张三)' });
  }

  @Mutation(() => ToyBuyResult, { description: 'buys a toy' })
  toyBuy(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ToyBuyInput, description: 'what' }) input: ToyBuyInput,
  ): ToyType | Refusal {
    return refusals[input.refusal ?? ''] ?? { place: caller.role.length, price: input.price, day: '2020-07-01' };
  }

  @Mutation(() => Boolean, { description: 'whether a password is the right one' })
  logIn(@Args('password', { type: () => String, description: 'a guess' }) password: string): boolean {
    triedPasswords.push(password);
    return false;
  }

  @ResolveField(() => String, { description: 'its name' })
  name(): string {
    return 'bear';
  }

  @ResolveField(() => ToyType, { description: 'what it is a part of' })
  whole(): ToyType {
    return { place: 0, price: fen(1) };
  }

  @ResolveField(() => [ToyType], { description: 'what it is made of' })
  parts(): ToyType[] {
    return toys.slice(0, 2);
  }
}

const toyPermissions = {
  toys: { hospital: 'organisation', auditor: 'area' },
  greeting: 'public',
  broken: 'public',
  brokenStatement: 'public',
  toyBuy: { hospital: 'organisation' },
  logIn: 'public',
} satisfies Permissions;

@Module({ providers: [{ provide: CallerReader, useClass: RoleReader }], exports: [CallerReader] })
class ToyIdentityModule {}

export const logLines: string[] = [];

export const toyApp = async (policy?: GraphqlPolicy): Promise<NestFastifyApplication> => {
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) });

  @Module({
    imports: [
      graphqlModule({
        imports: [ToyIdentityModule],
        words: [],
        permissions: toyPermissions,
        logger,
        ...(policy ? { policy } : {}),
      }),
    ],
    providers: [ToyResolver],
  })
  class ToyModule {}

  const app = await NestFactory.create<NestFastifyApplication>(ToyModule, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
};

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions: Record<string, unknown>;
      readonly path?: readonly string[];
    }[];
  };
}

/** Sends one operation through the whole server without a socket. */
export const ask = async (
  app: NestFastifyApplication,
  query: string,
  options: { variables?: object; as?: Role; headers?: Record<string, string> } = {},
): Promise<Answer> => {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      ...(options.as ? { authorization: `Bearer ${options.as}` } : {}),
      ...options.headers,
    },
    payload: { query, variables: options.variables },
  });
  return {
    status: response.statusCode,
    contentType: String(response.headers['content-type']),
    body: response.json<Answer['body']>(),
  };
};
