import { execute, executeOnce, installRenewal } from '../../api/client';
import { isRefused } from '../../api/refusal';
import { deviceOf, deviceWords } from '../../api/device';
import { session } from '../../api/session';
import { queries } from '../../app/providers';
import { LogInSecondFactor, LogInWithCode } from './door.documents';
import { LogIn, Renew, SignOut } from './log-in.documents';

/** What this browser says of itself at the door. */
const client = (loginName: string) => {
  const deviceToken = deviceOf(loginName);
  return { deviceWords: deviceWords(), ...(deviceToken === undefined ? {} : { deviceToken }) };
};

/** Opens a log-in, or asks for the second factor; tokens are kept once a membership is chosen (or is the only one). */
export const logIn = async (loginName: string, password: string) =>
  (await executeOnce(LogIn, { input: { loginName, password, ...client(loginName) } })).logIn;

/** The same by the one-time code that follows the word of a provider. */
export const logInWithCode = async (code: string) =>
  (await executeOnce(LogInWithCode, { input: { code, ...client('') } })).logInWithCode;

/** The second step. */
export const logInSecondFactor = async (ticket: string, code: string, loginName: string) =>
  (await executeOnce(LogInSecondFactor, { input: { ticket, code, ...client(loginName) } })).logInSecondFactor;

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

/** Ends the log-in, or every log-in of the person, on both sides; when the server is silent, at least here. */
export const signOut = async (everywhere = false): Promise<void> => {
  const held = session.get();
  if (held !== undefined)
    await execute(SignOut, { input: { refreshToken: held.refreshToken, everywhere } }).catch((error: unknown) => error);
  session.set(undefined);
  queries.clear();
};
