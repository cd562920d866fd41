import { accountStates, type AccountAction } from '../model/bank-account';
import { accountTransitions } from './account-states';

const allowed = (action: AccountAction): readonly string[] =>
  accountStates.filter((state) => action in accountTransitions[state]);

describe('the states of a bank account', () => {
  it('only what was entered and not decided is confirmed or returned', () => {
    expect([allowed('confirm'), allowed('return')]).toEqual([['entered'], ['entered']]);
  });

  it('only an account in use is superseded, and what is over stays over', () => {
    expect(allowed('supersede')).toEqual(['confirmed']);
    expect([accountTransitions.returned, accountTransitions.superseded]).toEqual([{}, {}]);
  });
});
