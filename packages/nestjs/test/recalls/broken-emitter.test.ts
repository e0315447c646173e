import { expect, it, vi } from 'vitest';
import { openShop } from '../support/open-module.ts';
import { SELECTOR, setStage } from '../support/stage.ts';
import { waitFor } from '../support/wait-for.ts';

// As the loader of a test runner that cannot import: an installed library never fails so
vi.mock('@nestjs/event-emitter', () => {
  throw new TypeError('A dynamic import callback was not specified.');
});

it('says in the log that there are no events where their library cannot be loaded, and recalls go on', async () => {
  await using stage = await setStage();
  await using shop = await openShop(stage);
  await waitFor(() => shop.log.some((line) => line.startsWith('error')));
  expect(shop.log.filter((line) => line.startsWith('error'))).toEqual([
    expect.stringMatching(/^error No events are emitted, for @nestjs\/event-emitter cannot be loaded: /),
  ]);
  const { recallId } = await shop.recalls.start({ selector: SELECTOR, targets: stage.tokens });
  expect(await shop.recalls.finished(recallId)).toMatchObject({ targets: { accepted: 3 } });
});
