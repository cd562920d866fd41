import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from './client';
import { Fault } from './fault';
import type { Document } from './graphql';
import { keepRequestId } from './request-id';
import { isRefused, type Refused } from './refusal';

type Wish<Input> = Omit<Input, 'requestId'>;

/** What a mutation's result type holds besides refusals. */
export type Done<Outcome> = Exclude<Outcome, Refused>;

export interface Act<Input, Outcome> {
  /** Sends the wish; resolves with the payload, or undefined when it was refused (see `refused`). */
  readonly act: (wish: Wish<Input>) => Promise<Done<Outcome> | undefined>;
  readonly pending: boolean;
  readonly refused: Refused | undefined;
  readonly fault: Fault | undefined;
  readonly clear: () => void;
}

const patience = [400, 1500];
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Silence of the network is tried again with the same request id: the server answers the first success. */
const sendPatiently = async <Result>(attempt: () => Promise<Result>): Promise<Result> => {
  for (const pause of patience) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Fault) || error.kind !== 'network') throw error;
      await wait(pause);
    }
  }
  return attempt();
};

/**
 * One mutation with its idempotency kept: the request id is made here, stays with the same input until a success, and
 * all lists are read again afterwards.
 */
export const useAct = <Result, Input extends { requestId: string }, Outcome extends object>(
  name: string,
  document: Document<Result, { input: Input }>,
  outcomeOf: (result: Result) => Outcome,
): Act<Input, Outcome> => {
  const queries = useQueryClient();
  const [refused, setRefused] = useState<Refused>();
  const mutation = useMutation({
    mutationFn: async (wish: Wish<Input>) => {
      const request = await keepRequestId(name, wish);
      const input = { ...wish, requestId: request.id } as unknown as Input;
      const outcome = outcomeOf(await sendPatiently(() => execute(document, { input })));
      if (isRefused(outcome)) return { refused: outcome };
      request.done();
      await queries.invalidateQueries();
      return { payload: outcome as Done<Outcome> };
    },
  });
  const fault = mutation.error;
  return {
    act: async (wish) => {
      setRefused(undefined);
      const answer = await mutation.mutateAsync(wish).catch((error: unknown) => {
        if (error instanceof Fault) return undefined;
        throw error;
      });
      setRefused(answer?.refused);
      return answer?.payload;
    },
    pending: mutation.isPending,
    refused,
    fault: fault instanceof Fault ? fault : undefined,
    clear: () => {
      setRefused(undefined);
      mutation.reset();
    },
  };
};
