import { randomUUID } from 'node:crypto';
import { seedArea } from '@huiji/migrations/testing';
import { domainPermissions } from '@huiji/api/domains';
import { roles, rolesOf, type Permission, type Role } from '@huiji/platform';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { businessDigest } from './support/business-digest';
import { asksForIds, operationOn } from './support/example-input';
import { journeyApi, type JourneyApi } from './support/journey-api';
import type { JourneyClient } from './support/journey-client';

const KINDS: Readonly<Record<string, string>> = {
  hospital: 'hospital',
  supplier: 'supplier',
  assessor: 'assessment-institution',
};

interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
  readonly access: 'public' | readonly Role[];
}

const operationsOf = (schema: GraphQLSchema): readonly Operation[] =>
  (
    [
      ['query', schema.getQueryType()],
      ['mutation', schema.getMutationType()],
    ] as const
  ).flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => {
      const permission: Permission = domainPermissions[field.name] ?? {};
      return { kind, field, access: permission === 'public' ? permission : rolesOf(permission) };
    }),
  );

const codeOf = (answer: Awaited<ReturnType<JourneyClient['send']>>): unknown => answer.errors?.[0]?.extensions['code'];

describe('X1 who may run what', () => {
  let journey: JourneyApi;
  let operations: readonly Operation[];
  const clients = new Map<Role, JourneyClient>();

  beforeAll(async () => {
    journey = await journeyApi();
    await seedArea(journey.db, '510900');
    operations = operationsOf(journey.app.get(GraphQLSchemaHost, { strict: false }).schema);
    for (const role of roles) {
      const organisationId = randomUUID();
      await journey.db.ownerQuery(
        `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care) VALUES ($1, $2, $3, $3, false)`,
        [organisationId, KINDS[role] ?? 'agency', role],
      );
      clients.set(role, await journey.enter({ loginName: role, area: '510900', organisationId, role }));
    }
  }, 120_000);
  afterAll(() => journey.close());

  const client = (role: Role): JourneyClient => {
    const known = clients.get(role);
    if (!known) throw new Error(`nobody acts as ${role}`);
    return known;
  };

  it('knows every operation', () => {
    expect(operations.length).toBeGreaterThan(40);
  });

  it('nobody runs anything that is not public', async () => {
    const wrong: string[] = [];
    for (const { kind, field, access } of operations) {
      const { text, variables } = operationOn(kind, field, randomUUID);
      const code = codeOf(await journey.nobody().send(text, variables));
      if ((code === 'UNAUTHENTICATED') === (access === 'public')) wrong.push(`${field.name}: ${String(code)}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(roles)('%s is forbidden every operation that does not name it', async (role) => {
    const wrong: string[] = [];
    for (const { kind, field, access } of operations) {
      if (access === 'public' || access.includes(role)) continue;
      const { text, variables } = operationOn(kind, field, randomUUID);
      const code = codeOf(await client(role).send(text, variables));
      if (code !== 'FORBIDDEN') wrong.push(`${field.name}: ${String(code)}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(roles)('%s gets a refusal, not a failure, for ids that nobody has, and changes nothing', async (role) => {
    const wrong: string[] = [];
    const before = await businessDigest((sql, params) => journey.db.ownerQuery(sql, params));
    for (const { kind, field, access } of operations) {
      if (access === 'public' || !access.includes(role)) continue;
      const asks = field.args.some(({ type, name }) => asksForIds(type, name));
      if (kind === 'mutation' && !asks) continue;
      const { text, variables } = operationOn(kind, field, randomUUID);
      const answer = await client(role).send(text, variables);
      const told = answer.errors?.[0];
      if (told && told.extensions['code'] !== 'BAD_USER_INPUT') wrong.push(`${field.name}: ${JSON.stringify(told)}`);
      const outcome = answer.data?.[field.name] as { __typename?: string } | null | undefined;
      if (kind === 'mutation' && !told && !outcome?.__typename?.endsWith('Refusal'))
        wrong.push(`${field.name}: ${JSON.stringify(outcome)}`);
    }
    expect(wrong).toEqual([]);
    expect(await businessDigest((sql, params) => journey.db.ownerQuery(sql, params))).toBe(before);
  });
});
