import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Recall } from '../../public/api/types.d.ts';
import { recallOf, upload, startGuarded, type Guarded } from './support/guarded.ts';
import { expectProblem } from './support/problems.ts';

describe('a list that is sent to the gateway', () => {
  let guarded: Guarded;
  beforeAll(async () => {
    guarded = await startGuarded();
  }, 120_000);
  afterAll(() => guarded[Symbol.asyncDispose]());

  describe('gzip that does not hold', () => {
    const offsetOf = async (id: string): Promise<number> => {
      const response = await guarded.call(`/v1/apps/shop/recalls/${id}/targets`, { method: 'HEAD' });
      return Number(response.headers.get('Upload-Offset'));
    };
    const goOn = async (id: string, text: string): Promise<Recall> => {
      const headers = { 'Upload-Offset': String(await offsetOf(id)) };
      const more = await guarded.call(`/v1/apps/shop/recalls/${id}/targets`, {
        ...upload(text, headers),
        method: 'PATCH',
      });
      expect(more.status).toBe(202);
      return guarded.gateway.until(id, ({ state }) => state === 'finished');
    };

    it('is damaged: nothing of it is kept, and the list can be sent once more', async () => {
      const { tokens } = guarded.gateway.scene;
      const list = tokens.join('\n');
      const packed = gzipSync(list);
      packed.fill(0xff, packed.length >> 1, (packed.length >> 1) + 40);
      const response = await guarded.call('/v1/apps/shop/recalls?notifyId=76', upload(packed));
      const { recallId = '' } = await expectProblem(response, [422, 'invalid-input'], tokens);
      expect(await offsetOf(recallId)).toBe(0);
      expect((await guarded.gateway.readRecall(recallId)).state).toBe('uploading');
      expect((await goOn(recallId, list)).targets.read).toBe(500);
    });

    it('is cut short: its whole lines are kept, and the list can be gone on with', async () => {
      const { tokens } = guarded.gateway.scene;
      const list = tokens.join('\n');
      const packed = gzipSync(list);
      const response = await guarded.call(
        '/v1/apps/shop/recalls?notifyId=77',
        upload(packed.subarray(0, packed.length - 2000)),
      );
      const { recallId = '' } = await expectProblem(response, [422, 'invalid-input'], tokens);
      const offset = await offsetOf(recallId);
      expect(offset).toBeGreaterThan(0);
      expect(list.slice(0, offset)).toMatch(/\n$/);
      expect((await goOn(recallId, list.slice(offset))).targets.read).toBe(500);
    });

    it('unpacks to more than is allowed: it is refused as it comes, and the upload can be dropped', async () => {
      const bytes = gzipSync(Buffer.alloc(300_000_000, 'a-target\n'), { level: 1 });
      const response = await guarded.call('/v1/apps/shop/recalls?notifyId=78', upload(bytes));
      const { recallId = '' } = await expectProblem(response, [413, 'too-large']);
      expect((await guarded.gateway.readRecall(recallId)).upload).toMatchObject({
        complete: false,
        underWay: false,
      });
      expect(await offsetOf(recallId)).toBeLessThanOrEqual(200_000);
      const dropped = await guarded.call(`/v1/apps/shop/recalls/${recallId}`, { method: 'DELETE' });
      expect(dropped.status).toBe(204);
      await expectProblem(await guarded.call(`/v1/apps/shop/recalls/${recallId}`), [404, 'recall-not-found']);
    });

    it('holds more targets than are allowed', async () => {
      const list = Array.from({ length: 5001 }, (_, index) => `t${String(index)}`).join('\n');
      const response = await guarded.call('/v1/apps/shop/recalls?notifyId=79', upload(gzipSync(list)));
      const { errors } = await expectProblem(response, [413, 'too-large']);
      expect(errors?.[0]?.problem).toContain('5000 targets');
    });
  });

  it('shows no whole piece of a list in an answer', async () => {
    const { scene } = guarded.gateway;
    const malformed = 'a token with spaces that somebody pasted in by mistake';
    const list = [...scene.tokens.slice(0, 10), malformed].join('\n');
    const begun = await guarded.call('/v1/apps/shop/recalls?notifyId=80', upload(list));
    const { recallId } = await recallOf(begun);
    const recall = await guarded.gateway.until(
      recallId,
      ({ state }) => state !== 'waiting' && state !== 'running',
    );
    const text = JSON.stringify(recall);
    expect(recall.targets.malformed).toBe(1);
    for (const whole of [malformed, ...scene.tokens]) expect(text).not.toContain(whole);
  });
});
