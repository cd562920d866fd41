import type { Browser } from 'playwright-core';
import { Visitor } from '../visitor';

/** Where a thread is played: a browser and the product's address. */
export interface Stage {
  readonly browser: Browser;
  readonly address: string;
}

/** Lets one person act and leave again. */
export const as = async <T>(
  { browser, address }: Stage,
  loginName: string,
  play: (visitor: Visitor) => Promise<T>,
): Promise<T> => {
  const visitor = await Visitor.enter(browser, address, loginName);
  try {
    return await play(visitor);
  } catch (error) {
    await visitor.keepPicture(`failed-${loginName}`);
    throw error;
  } finally {
    await visitor.leave();
  }
};
