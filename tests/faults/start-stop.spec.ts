import { buildProduct, Product, type Part } from './product';

jest.setTimeout(180_000);

const children: readonly Part[] = ['api', 'worker', 'bank-sandbox', 'postgres'];

describe('the product as npm start runs it', () => {
  const product = new Product({ HUIJI_PROFILE: 'production', HUIJI_TLS: 'terminated' });
  let address = '';

  const answers = async (): Promise<boolean> => {
    try {
      return (await fetch(`${address}/health`)).status === 200;
    } catch {
      return false;
    }
  };
  const answersAgain = async (): Promise<void> => {
    const end = Date.now() + 30_000;
    while (!(await answers())) if (Date.now() > end) throw new Error('the API does not answer');
  };

  beforeAll(async () => {
    buildProduct();
    address = await product.start();
  });
  afterAll(() => product.dispose());

  it('runs one of each process and answers', async () => {
    await product.oneOfEach();
    expect(await answers()).toBe(true);
  });

  it('says to a second start where the first one is, and starts nothing', async () => {
    const { said, code } = await product.startAnother();
    expect(said).toContain(`running already`);
    expect(said).toContain(address);
    expect(code).toBe(0);
    await product.oneOfEach();
  });

  it.each(children)('after kill -9 of %s it is whole again by itself', async (part) => {
    const before = await product.oneOfEach();
    await product.kill(part);
    const after = await product.oneOfEach();
    expect(after[part]).not.toBe(before[part]);
    expect(after.launcher).toBe(before.launcher);
    await answersAgain();
    expect(product.verify().code).toBe(0);
  });

  it('after kill -9 of the launcher nothing is left, and the next start is whole', async () => {
    await product.kill('launcher');
    await product.nothing();
    address = await product.start();
    await product.oneOfEach();
    await answersAgain();
    expect(product.verify().code).toBe(0);
  });

  it('a start right after kill -9 of the launcher waits for the rest to go and is whole', async () => {
    await product.kill('launcher');
    address = await product.start();
    await product.oneOfEach();
    await answersAgain();
  });

  it('Ctrl-C stops everything', async () => {
    await product.stop();
    await product.nothing();
  });
});
