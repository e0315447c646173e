import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setUpMpaas } from '../support/mpaas-bench.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const bench = setUpMpaas({ mpaas: { unknownMessage: '100' } });
const revocations = (messageId: string) => bench.emulator.mpaas.revocations({ ...bench.name, messageId });

describe('a request that another program signed', () => {
  it('is served the newer way, whatever its parameters say, and they arrive as they were', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (MessageId, TargetId) => {
        const before = revocations(MessageId).times(TargetId);
        const { body } = await bench.revoke({ MessageId, TargetId });
        expect(body).toMatchObject({ PushResult: { Success: true } });
        expect(revocations(MessageId).times(TargetId)).toBe(before + 1);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['POST', 'GET'] as const)('is served the older way by %s as well', async (method) => {
    await fc.assert(
      fc.asyncProperty(text, text, async (MessageId, TargetId) => {
        const { body } = await bench.callRpc('RevokePushMessage', { MessageId, TargetId }, { method });
        expect(body).toMatchObject({ PushResult: { Success: true } });
      }),
      { numRuns: 100 },
    );
  });

  it('is refused once a character of its body is another', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), async (TargetId, where) => {
        const good = bench.request('RevokePushMessage', { MessageId: 'm', TargetId });
        const body = await good.clone().text();
        const at = where % body.length;
        const altered = body.slice(0, at) + (body[at] === '0' ? '1' : '0') + body.slice(at + 1);
        const response = await bench.emulator.fetch(new Request(good, { body: altered }));
        expect(await response.json()).toMatchObject({ Code: 'SignatureDoesNotMatch' });
      }),
      { numRuns: 100 },
    );
  });
});
