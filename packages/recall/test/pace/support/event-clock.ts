import type { Clock } from '@unpush/core';

/** Virtual time for long runs: events come in order, and time moves on once all promises have come to rest. */
export interface EventClock extends Clock {
  /** Does something later. */
  after(ms: number, act: () => void): void;
  /** Lets time go by until nothing is left to come. */
  run(): Promise<void>;
}

interface Event {
  readonly at: number;
  readonly act: () => void;
}

/** Like `virtualClock`, but fast with many events ahead; what has been called off still moves the time. */
export function eventClock(): EventClock {
  const heap: Event[] = [];
  let now = 0;

  function push(event: Event): void {
    let index = heap.length;
    heap.push(event);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (heap[parent]!.at <= event.at) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = event;
  }

  function pop(): Event | undefined {
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child + 1 < heap.length && heap[child + 1]!.at < heap[child]!.at) child += 1;
      if (child >= heap.length || heap[child]!.at >= last.at) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
    return top;
  }

  const rest = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  const after = (ms: number, act: () => void): void => push({ at: now + Math.max(0, ms), act });

  return {
    wall: () => now,
    monotonic: () => now,
    after,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const onAbort = (): void => reject(signal?.reason as Error);
        signal?.addEventListener('abort', onAbort, { once: true });
        after(ms, () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        });
      }),
    async run() {
      await rest();
      for (let event = pop(); event !== undefined; event = pop()) {
        now = event.at;
        event.act();
        await rest();
      }
    },
  };
}
