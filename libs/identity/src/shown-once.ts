import { ok, type Refusal, type Result } from '@huiji/kernel';
import type { Caller, Requests, Tx } from '@huiji/platform';

export interface Made {
  readonly id: string;
  /** Handed out with the first answer only. */
  readonly secret: string;
}

/** An act that hands out a secret: it stands in the first answer, and is null when the same request comes again. */
export const performShowingOnce = <View>(
  requests: Requests,
  caller: Caller,
  mutation: string,
  input: { readonly requestId: string },
  act: (tx: Tx) => Promise<Result<Made>>,
  render: (tx: Tx, id: string, secret: string | null) => Promise<View | undefined>,
): Promise<View | Refusal> => {
  let secret: string | null = null;
  const once = async (tx: Tx): Promise<Result<string>> => {
    const made = await act(tx);
    if (!made.ok) return made;
    secret = made.value.secret;
    return ok(made.value.id);
  };
  return requests.perform(caller, mutation, input, once, (tx, id) => render(tx, id, secret));
};
