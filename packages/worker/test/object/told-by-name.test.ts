import { beforeEach, describe, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { world } from '../support/world.ts';
import { openShop } from './support/shop.ts';

beforeEach(() => world.reset());

describe('a query', () => {
  it('is told all that is wrong with it at once: a misspelt name beside what is missing for it', async () => {
    const shop = await openShop('misspelt');
    const answer = await shop.call('/recalls?notifyid=7&canary=-1', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: shop.tokens.join('\n'),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      errors: [
        { field: 'canary', problem: expect.stringContaining('-1') as string },
        { field: 'request', problem: expect.stringContaining('notifyid') as string },
        { field: 'notifyId', problem: expect.stringContaining('missing') as string },
      ],
    });
  });
});

describe('an upload', () => {
  it.each(['report', 'evidence', 'evidence-key'])('is there, and has no %s yet', async (what) => {
    const shop = await openShop(`no-${what}`);
    const begun = await shop.call('/recalls?notifyId=7', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'Upload-Complete': '?0' },
      body: shop.tokens.join('\n'),
    });
    const { recallId } = await begun.json<RecallAnswer>();
    const answer = await shop.call(`/recalls/${recallId}/${what}`);
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      {
        errors: [
          {
            field: 'recallId',
            problem: `recall ${recallId} is uploading: it has a record once its list is complete`,
          },
        ],
      },
    ]);
  });
});
