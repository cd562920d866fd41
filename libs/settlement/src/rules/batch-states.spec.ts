import { batchStates } from '../model/batch';
import { batchTransitions } from './batch-states';

const ways = batchStates.flatMap((from) =>
  Object.entries(batchTransitions[from]).map(([action, to]) => ({ from, action, to })),
);

describe('C6 the states of a batch', () => {
  it('goes from draft over lock, reviews, release and sending to settled', () => {
    expect(ways.map(({ from, to }) => `${from} → ${to}`)).toEqual(
      expect.arrayContaining([
        'draft → locked',
        'locked → in-review',
        'in-review → released',
        'released → sending',
        'sending → sent',
        'sent → settled',
      ]),
    );
  });

  it('is released only from review: nothing goes round it', () => {
    expect(ways.filter(({ to }) => to === 'released').map(({ from }) => from)).toEqual(['locked', 'in-review']);
  });

  it('PD-13 a batch in flight is sending, and sending cannot start a second time', () => {
    expect(ways.filter(({ action }) => action === 'start-sending').map(({ from }) => from)).toEqual(['released']);
  });

  it('PD-06 a returned batch stays as it was: nothing leads out of it', () => {
    expect(batchTransitions.returned).toEqual({});
    expect(batchTransitions.discarded).toEqual({});
    expect(batchTransitions.settled).toEqual({});
  });
});
