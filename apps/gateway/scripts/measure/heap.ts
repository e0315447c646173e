import { setTimeout as wait } from 'node:timers/promises';

/** What an isolate holds, in bytes: objects of JavaScript, and the buffers that hang on them. */
interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** How much an isolate held at the most, in MiB. */
export interface HeapPeak {
  /** What was held, garbage and all. */
  readonly heap: number;
  readonly buffers: number;
  readonly both: number;
  /** How often it was looked at. */
  readonly looks: number;
}

/** Looks into the heap of an isolate. */
export interface HeapWatch extends Disposable {
  /** The most that is held while something is done. `live`: each look lets what nobody uses be collected before. */
  during(work: () => Promise<unknown>, how: 'live' | 'all'): Promise<HeapPeak>;
}

const EVERY_MS = 20;
const MIB = 2 ** 20;

/** By the inspector of V8, as the Chrome DevTools do it, but for the collecting, which workerd's does not do. */
export async function watchHeap(inspector: URL, collect: () => Promise<unknown>): Promise<HeapWatch> {
  const listing = await fetch(`http://${inspector.host}/json`);
  // The cast: the protocol says so
  const isolates = (await listing.json()) as readonly {
    readonly webSocketDebuggerUrl: string;
    readonly id: string;
  }[];
  const own = isolates.find(({ id }) => id.startsWith('core:user:'));
  if (own === undefined)
    throw new Error(`no Worker among the isolates: ${isolates.map(({ id }) => id).join()}`);
  const socket = new WebSocket(own.webSocketDebuggerUrl);
  const answers = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { readonly id?: number; readonly result?: unknown };
    if (id !== undefined) answers.get(id)?.(result);
  });
  await new Promise((resolve) => {
    socket.addEventListener('open', resolve);
  });
  let last = 0;
  const ask = (method: string): Promise<unknown> =>
    new Promise((resolve) => {
      last += 1;
      answers.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method }));
    });
  await ask('Runtime.enable');

  return {
    async during(work, how) {
      const peak = { heap: 0, buffers: 0, both: 0, looks: 0 };
      let isOver = false;
      const look = async (): Promise<void> => {
        while (!isOver) {
          if (how === 'live') await collect();
          // The cast: the protocol says so
          const {
            usedSize,
            embedderHeapUsedSize = 0,
            backingStorageSize = 0,
          } = (await ask('Runtime.getHeapUsage')) as HeapUsage;
          const heap = (usedSize + embedderHeapUsedSize) / MIB;
          const buffers = backingStorageSize / MIB;
          peak.heap = Math.max(peak.heap, heap);
          peak.buffers = Math.max(peak.buffers, buffers);
          peak.both = Math.max(peak.both, heap + buffers);
          peak.looks += 1;
          await wait(EVERY_MS);
        }
      };
      const looking = look();
      try {
        await work();
      } finally {
        isOver = true;
        await looking;
      }
      return peak;
    },
    [Symbol.dispose]: () => {
      socket.close();
    },
  };
}
