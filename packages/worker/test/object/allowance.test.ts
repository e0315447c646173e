import { expect, it } from 'vitest';
import { createAllowance } from '../../src/object/drive/allowance.ts';

const staying = new AbortController().signal;
const settled = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setTimeout(resolve, 5, false))]);

it('lets so many leave, and the others after it is refilled, those that wait first', async () => {
  const allowance = createAllowance();
  allowance.refill(2);
  expect(await settled(allowance.usedUp())).toBe(false);
  const turns = [1, 2, 3, 4, 5].map(() => allowance.take(staying));
  expect(await Promise.all(turns.map(settled))).toEqual([true, true, false, false, false]);
  expect(await settled(allowance.usedUp())).toBe(true);
  allowance.refill(2);
  expect(await Promise.all(turns.map(settled))).toEqual([true, true, true, true, false]);
  expect(await settled(allowance.usedUp())).toBe(true);
});

it('lets go of what is not to leave any more, and gives its turn to another', async () => {
  const allowance = createAllowance();
  const gone = new AbortController();
  const first = allowance.take(gone.signal);
  const second = allowance.take(staying);
  gone.abort();
  expect([await settled(first), await settled(second)]).toEqual([true, false]);
  allowance.refill(1);
  expect(await settled(second)).toBe(true);
});
