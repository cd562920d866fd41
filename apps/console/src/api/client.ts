import { Kind, print, type DocumentNode } from 'graphql';
import type { Document } from './graphql';
import { Fault, type FaultKind } from './fault';
import { session } from './session';

interface GraphqlError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly traceId?: string };
}
interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

const texts = new WeakMap<DocumentNode, string>();
const textOf = (document: DocumentNode): string => {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  texts.set(document, text);
  return text;
};

/** The name of a document's operation; each is used once in the console. */
export const operationOf = (document: DocumentNode): string => {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation?.name?.value ?? textOf(document);
};

const signedOut = (answer: GraphqlAnswer, status: number): boolean =>
  status === 401 || (answer.errors ?? []).some((error) => error.extensions?.code === 'UNAUTHENTICATED');

const kindOf = (code: string | undefined): FaultKind => {
  if (code === 'GRAPHQL_VALIDATION_FAILED' || code === 'BAD_USER_INPUT') return 'invalid';
  return code === 'FORBIDDEN' ? 'forbidden' : 'server';
};

const faultOf = (errors: readonly GraphqlError[]): Fault => {
  const first = errors[0];
  return new Fault(kindOf(first?.extensions?.code), first?.message ?? '', first?.extensions?.traceId);
};

const send = async (path: string, init: RequestInit, signal?: AbortSignal): Promise<Response> => {
  const token = session.get()?.accessToken;
  const headers = new Headers(init.headers);
  headers.set('accept-language', document.documentElement.lang);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(path, { ...init, headers, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Fault('network', String(error));
  }
};

const answerOf = async (response: Response): Promise<GraphqlAnswer> => {
  try {
    return (await response.json()) as GraphqlAnswer;
  } catch {
    throw new Fault(response.status >= 502 ? 'network' : 'server', `HTTP ${response.status.toString()}`);
  }
};

const post = (query: DocumentNode, variables: unknown, signal?: AbortSignal): Promise<Response> =>
  send(
    '/graphql',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ query: textOf(query), variables }),
    },
    signal,
  );

/** Exchanges the refresh token once for all callers that wait; installed by the log-in page's module. */
let renew: (() => Promise<boolean>) | undefined;
let renewing: Promise<boolean> | undefined;
export const installRenewal = (exchange: () => Promise<boolean>): void => {
  renew = exchange;
};
const renewOnce = (): Promise<boolean> => {
  renewing ??= (renew?.() ?? Promise.resolve(false)).finally(() => {
    renewing = undefined;
  });
  return renewing;
};

const withRenewal = async (
  attempt: () => Promise<{ expired: boolean; response: Response; answer?: GraphqlAnswer }>,
) => {
  const first = await attempt();
  if (!first.expired || session.get() === undefined) return first;
  if (await renewOnce()) return attempt();
  session.set(undefined);
  throw new Fault('signed-out', 'UNAUTHENTICATED');
};

/** Runs one document without touching the log-in: for log-in and refresh themselves. */
export const executeOnce = async <Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> => {
  const answer = await answerOf(await post(document, variables, signal));
  if (answer.errors && answer.errors.length > 0) throw faultOf(answer.errors);
  return answer.data as Result;
};

/**
 * Runs one document. An expired token is renewed and the call made again (a mutation carries its requestId, so a second
 * arrival does nothing twice). Throws a Fault; refusals of the domain come back inside the result.
 */
export const execute = async <Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> => {
  const { answer = {} } = await withRenewal(async () => {
    const response = await post(document, variables, signal);
    const body = await answerOf(response);
    return { expired: signedOut(body, response.status), response, answer: body };
  });
  if (answer.errors && answer.errors.length > 0) throw faultOf(answer.errors);
  return answer.data as Result;
};

/** Sends one file; the answer is its id, to be named in a mutation. */
export const sendFile = async (file: File): Promise<string> => {
  const { response } = await withRenewal(async () => {
    const body = new FormData();
    body.append('file', file, file.name);
    const sent = await send('/files', { method: 'POST', body });
    return { expired: sent.status === 401, response: sent };
  });
  const answer = (await response.json().catch(() => ({}))) as { fileId?: string; message?: string; mend?: string };
  if (answer.message !== undefined) throw new Fault('told', answer.message, undefined, answer.mend);
  if (!response.ok || answer.fileId === undefined) throw new Fault('server', response.statusText);
  return answer.fileId;
};

/** Fetches a file with the token in a header (never in the address) and hands it to the browser to keep. */
export const keepFile = async (fileId: string, name: string): Promise<void> => {
  const { response } = await withRenewal(async () => {
    const got = await send(`/files/${encodeURIComponent(fileId)}`, {});
    return { expired: got.status === 401, response: got };
  });
  if (!response.ok) throw new Fault('server', `HTTP ${response.status.toString()}`);
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
};
