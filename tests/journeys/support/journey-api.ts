import 'reflect-metadata';
import { InlineJobs, type Role } from '@huiji/platform';
import { UserService } from '@huiji/identity';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { testApi, type TestApi, type TestApiOptions } from '@huiji/api/testing';
import { JourneyClient } from './journey-client';

/** The password of everybody in tests. */
export const PASSWORD = 'correct horse battery';

export interface Entry {
  readonly loginName: string;
  readonly area: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly displayName?: string;
}

/** The API on a database of its own, with people to act as and jobs that run when told to. */
export interface JourneyApi extends TestApi {
  /** Enters a person with one membership and logs in. */
  enter(entry: Entry): Promise<JourneyClient>;
  /** Logs in somebody who was entered before; one log-in per name (and membership) is kept. */
  client(loginName: string, password?: string, membershipId?: string): Promise<JourneyClient>;
  /** Somebody who has not logged in. */
  nobody(): JourneyClient;
  /** Runs the waiting jobs of an area until none is left; answers how many ran. Throws what a job threw. */
  drain(area: string): Promise<number>;
}

const LOG_IN = `mutation LogIn($input: LogInInput!) {
  logIn(input: $input) { __typename ... on Session { accessToken } ... on Refusal { code message } } }`;

/** Boots the API for one spec file; `close` in afterAll. */
export const journeyApi = async (options: TestApiOptions = {}): Promise<JourneyApi> => {
  const api = await testApi(options);
  const { app, db } = api;
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  const clients = new Map<string, JourneyClient>();
  const nobody = (): JourneyClient => new JourneyClient(app, schema, undefined);

  const client: JourneyApi['client'] = async (loginName, password = PASSWORD, membershipId) => {
    const key = `${loginName} ${membershipId ?? ''}`;
    const known = clients.get(key);
    if (known) return known;
    const answer = await nobody().send<{ logIn: { accessToken?: string; code?: string } }>(LOG_IN, {
      input: { loginName, password, membershipId },
    });
    const token = answer.data?.logIn.accessToken;
    if (token === undefined) throw new Error(`${loginName} could not log in: ${JSON.stringify(answer)}`);
    const made = new JourneyClient(app, schema, token);
    clients.set(key, made);
    return made;
  };

  return {
    ...api,
    client,
    nobody,
    drain: (area) => app.get(InlineJobs, { strict: false }).drain(area),
    enter: async ({ loginName, area, organisationId, role, displayName = loginName }) => {
      const draft = { loginName, displayName, password: PASSWORD };
      const made = await db.database.inTransaction(db.scope(area), (tx) =>
        app.get(UserService, { strict: false }).create(tx, draft, [{ organisationId, role }]),
      );
      if (!made.ok) throw new Error(`${loginName} could not be entered: ${JSON.stringify(made.refusal)}`);
      return client(loginName);
    },
  };
};
