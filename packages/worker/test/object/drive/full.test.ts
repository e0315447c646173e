import { beforeEach, expect, it } from 'vitest';
import { createAnswering } from '../../../src/object/routes/answer-request.ts';
import { answerFor } from '../../../src/object/status/recall-answer.ts';
import { world } from '../../support/world.ts';
import { madeIn, withRefusing } from '../support/refusing.ts';
import { openShop, REQUEST_ID } from '../support/shop.ts';

beforeEach(() => world.reset());

it('leaves a recall alone for a while where its end cannot be written, and goes on when it can', async () => {
  const shop = await openShop('no-room', { phones: 20 });
  await withRefusing(shop, async (refusing) => {
    const { parts, storage } = refusing;
    const recallId = await madeIn(refusing, shop.tokens);
    refusing.refused = /^\s*(INSERT|UPDATE)/i;
    const begunAt = Date.now();
    await parts.drive.alarm();
    // Its begin, its end, and that it is wanted no more
    expect(refusing.refusals).toBeLessThan(5);
    expect(await storage.getAlarm()).toBeGreaterThanOrEqual(begunAt + 5000);
    expect(world.sent).toBe(0);
    expect(world.warnings).toHaveLength(1);
    expect(world.warnings[0]).toContain('is full');
    expect((await answerFor(recallId, parts)).state).toBe('waiting');

    refusing.refused = undefined;
    parts.drive.forgive(recallId);
    await parts.drive.alarm();
    const { state, targets } = await answerFor(recallId, parts);
    expect([state, targets.accepted]).toEqual(['finished', 20]);
  });
});

it('stops a recall also where nothing can be noted any more', async () => {
  const shop = await openShop('no-note', { phones: 200, quota: 20 });
  await withRefusing(shop, async (refusing) => {
    const { parts } = refusing;
    const recallId = await madeIn(refusing, shop.tokens);
    const alarm = parts.drive.alarm();
    await expect.poll(async () => (await answerFor(recallId, parts)).targets.accepted).toBeGreaterThan(2);
    refusing.refused = /INSERT INTO audit/;
    const answer = await createAnswering((message) => world.warnings.push(message))(
      new Request(`https://gateway.example/v1/apps/no-note/recalls/${recallId}/stop`, { method: 'POST' }),
      {
        ...parts,
        caller: { by: 'oncall', scopes: ['stop'], app: 'no-note', language: 'en', requestId: REQUEST_ID },
      },
    );
    expect(answer.status).toBe(503);
    const { state, wanted, stoppedBy } = await answerFor(recallId, parts);
    expect([state, wanted, stoppedBy?.cause]).toEqual(['stopped', 'stop', 'interrupt']);
    await alarm;
  });
});
