import { expect, it } from 'vitest';
import { LIMITS, TXT, withLists } from './support/lists.ts';

const LINES = 1000;

/** Targets of 112 characters, of which every tenth is the one before it. */
function body(count: number): ReadableStream<Uint8Array> {
  let next = 0;
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (next === count) {
        controller.close();
        return;
      }
      let text = '';
      for (let end = next + LINES; next < end; next++)
        text += `IQAAAA${`${next % 10 === 9 ? next - 1 : next}`.padStart(106, 'x')}\n`;
      controller.enqueue(encoder.encode(text));
    },
  });
}

// A busy machine takes its time for it
it('takes a million targets in with 3 rows written for each MiB, and settles them with few more', async () => {
  await withLists('million', async (lists, { sql }) => {
    lists.begin('r', TXT);
    const count = 1_000_000;
    await lists.append('r', { offset: 0, body: body(count), isLast: true }, LIMITS);
    expect(sql.exec('SELECT COUNT(*) AS rows, MAX(LENGTH(lines)) AS longest FROM list_lines').one()).toEqual({
      // 113,000,000 bytes in pages of 9279 lines
      rows: 108,
      longest: 9279 * 113,
    });
    const { facts } = await lists.settle('r');
    expect(facts.totals).toEqual({ read: count, malformed: 0, duplicate: 100_000 });
    let read = 0;
    for await (const { targets } of lists.source('r').read()) read += targets.count;
    expect(read).toBe(900_000);
  });
}, 120_000);
