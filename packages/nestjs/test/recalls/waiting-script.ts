import type { RecallStatus } from '../../src/index.ts';
import { watchRecall } from '../../src/recalls/status/watch-recall.ts';

// A process of its own, in which nothing else is left to do
const states = ['running', 'finished'];
const statuses = watchRecall({
  recallId: 'r-0000000000',
  // The cast: no more of it is looked at
  read: () => Promise.resolve({ state: states.shift(), wanted: 'run' } as RecallStatus),
  runner: {
    isShared: false,
    begin: () => Promise.resolve(),
    resume: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    live: () => undefined,
    remainingMs: () => Promise.resolve(undefined),
    onChange: () => () => undefined,
  },
  intervalMs: 200,
  closing: new AbortController().signal,
});
for await (const { state } of statuses) process.stdout.write(`${state}\n`);
