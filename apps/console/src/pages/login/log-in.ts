import { execute, executeOnce, installRenewal } from '../../api/client';
import { isRefused } from '../../api/refusal';
import { session } from '../../api/session';
import { queries } from '../../app/providers';
import { LogIn, Renew, SignOut } from './log-in.documents';

/** Opens a log-in; the tokens are kept once a membership is chosen (or when there is only one). */
export const logIn = async (loginName: string, password: string) =>
  (await executeOnce(LogIn, { input: { loginName, password } })).logIn;

const renewInto = async (refreshToken: string, membershipId?: string): Promise<boolean> => {
  const input = { refreshToken, ...(membershipId === undefined ? {} : { membershipId }) };
  const next = (await executeOnce(Renew, { input })).refresh;
  if (isRefused(next) || !('accessToken' in next)) return false;
  session.set({ accessToken: next.accessToken, refreshToken: next.refreshToken });
  return true;
};

installRenewal(async () => {
  const held = session.get();
  return held === undefined ? false : renewInto(held.refreshToken);
});

/** Goes on in another membership of the same person. */
export const actAs = async (membershipId: string): Promise<boolean> => {
  const held = session.get();
  if (held === undefined) return false;
  const moved = await renewInto(held.refreshToken, membershipId);
  queries.clear();
  return moved;
};

/** Ends the log-in on both sides; when the server is silent, at least here. */
export const signOut = async (): Promise<void> => {
  const held = session.get();
  if (held !== undefined)
    await execute(SignOut, { input: { refreshToken: held.refreshToken } }).catch((error: unknown) => error);
  session.set(undefined);
  queries.clear();
};
