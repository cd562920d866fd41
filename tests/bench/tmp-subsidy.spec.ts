import { bench } from './subsidy-month.bench';
it('bench', async () => {
  for (const small of [true, false]) console.log(JSON.stringify(await bench({ small })));
}, 590_000);
