import { expect, it } from 'vitest';
import { bodyOf, bytesOf, LIMITS, TXT, withLists } from './support/lists.ts';

it('lets others have their turn while a list is settled', async () => {
  await withLists('settle-turns', async (lists) => {
    lists.begin('r', TXT);
    const targets = Array.from({ length: 60_000 }, (_, index) => `${index}`.padStart(112, 'x'));
    const body = bodyOf([bytesOf(`${targets.join('\n')}\n`)]);
    await lists.append('r', { offset: 0, body, isLast: true }, LIMITS);
    let turns = 0;
    const over = new AbortController();
    const others = (async () => {
      while (!over.signal.aborted) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        // As a request would that asks for something else in the same storage
        if (lists.standing('r')?.complete) turns += 1;
      }
    })();
    await lists.settle('r');
    over.abort();
    await others;
    // 60,000 × 113 bytes are seven pages
    expect(turns).toBeGreaterThanOrEqual(7);
  });
});

it('settles a list once, whoever asks for it at the same time', async () => {
  await withLists('settle-once', async (lists) => {
    lists.begin('r', TXT);
    await lists.append('r', { offset: 0, body: bodyOf([bytesOf('a\nb\na\n')]), isLast: true }, LIMITS);
    const [one, other] = await Promise.all([lists.settle('r'), lists.settle('r')]);
    expect(one.facts.totals).toEqual({ read: 3, malformed: 0, duplicate: 1 });
    expect(other).toEqual(one);
  });
});
