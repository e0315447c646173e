import type { PlacedBatch, Revoker } from '@unpush/core';
import { expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { setUp } from '../support/stage.ts';

it('says with every request where its targets stand, so that others can send it by place', async () => {
  const { vendor, start } = setUp({
    targets: names(8),
    vendor: {
      bad: new Map([['t3', 'invalid']]),
      faults: (attempt) => (attempt === 1 ? { kind: 'unsent', failure: 'refused' } : undefined),
    },
    options: { canary: 0, batchSize: 4, concurrency: 1 },
  });
  const told: (readonly [string, PlacedBatch | undefined])[] = [];
  const telling: Revoker<string> = {
    batchSize: vendor.batchSize,
    renewCredential: (refused) => vendor.renewCredential(refused),
    attempt(selector, batch, options) {
      told.push([batch.targets().join(' '), options?.placed]);
      return vendor.attempt(selector, batch, options);
    },
  };
  await start({ revoker: telling }).done;
  expect(told).toEqual([
    ['t1 t2 t3 t4', { batch: 1, attempt: 1, spans: [[0, 4]] }],
    ['t1 t2 t3 t4', { batch: 1, attempt: 2, spans: [[0, 4]] }],
    [
      't1 t2 t4',
      {
        batch: 2,
        attempt: 1,
        spans: [
          [0, 2],
          [3, 4],
        ],
      },
    ],
    ['t5 t6 t7 t8', { batch: 3, attempt: 1, spans: [[4, 8]] }],
  ]);
});
