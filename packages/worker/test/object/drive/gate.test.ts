import { expect, it } from 'vitest';
import { answerFor } from '../../../src/object/status/recall-answer.ts';
import { world } from '../../support/world.ts';
import { madeIn, withRefusing } from '../support/refusing.ts';
import { openShop } from '../support/shop.ts';

it('counts as sent only what has left, and not what waits for the next alarm', async () => {
  world.reset();
  world.limits = { requestsPerAlarm: 5 };
  const shop = await openShop('gate', { phones: 20 });
  await withRefusing(shop, async (refusing) => {
    const { parts, storage } = refusing;
    const recallId = await madeIn(refusing, shop.tokens);
    await parts.drive.alarm();
    await expect.poll(async () => (await answerFor(recallId, parts)).targets.accepted).toBe(5);
    expect(world.sent).toBe(5);
    // What an eviction would leave behind at this moment
    expect(storage.sql.exec('SELECT sent FROM standings').one()).toEqual({ sent: 5 });
    expect(storage.sql.exec('SELECT batch FROM open_batches').toArray()).toEqual([]);
    for (let alarms = 0; alarms < 3; alarms += 1) await parts.drive.alarm();
    await expect.poll(async () => (await answerFor(recallId, parts)).state).toBe('finished');
    expect(world.sent).toBe(20);
  });
});
