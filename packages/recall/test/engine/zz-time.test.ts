import * as fc from 'fast-check';
import { it } from 'vitest';
import { anyRecall } from './support/any-recall.ts';
import { playAny } from './support/play-any.ts';
it('time', { timeout: 200_000 }, async () => {
  const all: any[] = [];
  let n = 0;
  for (const any of fc.sample(anyRecall, { numRuns: 300, seed: 42 })) {
    const t = performance.now();
    const timer = setTimeout(() => {
      console.log('slow', n, JSON.stringify(any));
    }, 3000);
    const p = await playAny(any);
    clearTimeout(timer);
    n++;
    all.push([
      performance.now() - t,
      p.vendor.requests.length,
      p.snapshots.length,
      p.endedAt,
      any.count,
      any.batchSize,
      p.last.state,
      p.last.stoppedBy?.cause,
    ]);
  }
  all.sort((a, b) => b[0] - a[0]);
  console.log(
    all.slice(0, 15),
    all.reduce((s, a) => s + a[0], 0),
  );
  const c: any = {};
  for (const a of all) {
    const k = `${a[6]} ${a[7]}`;
    c[k] = (c[k] ?? 0) + 1;
  }
  console.log(c);
});
