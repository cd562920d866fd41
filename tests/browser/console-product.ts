import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Product } from '../faults/product';

export interface OpenProduct {
  readonly address: string;
  close(): Promise<void>;
}

/** Builds everything that `npm start` runs, the console too; what is built already comes from the cache. */
const build = (): void => {
  const { status, stdout, stderr } = spawnSync('npx', ['nx', 'run-many', '-t', 'build'], {
    cwd: path.resolve(__dirname, '..', '..'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the product does not build:\n${stdout}\n${stderr}`);
};

/** The whole product with its demonstration, in a folder of its own; or one that runs already, by HUIJI_ADDRESS. */
export const openProduct = async (): Promise<OpenProduct> => {
  const running = process.env['HUIJI_ADDRESS'];
  if (running !== undefined) return { address: running, close: () => Promise.resolve() };
  build();
  const product = new Product();
  const address = await product.start(240_000);
  return { address, close: () => product.dispose() };
};
