/** Those that wait for their turn, lane by lane. */
export interface Lanes<T extends { readonly targets: number }> {
  open(): Line<T>;
  /** Whose turn it is. */
  readonly next: T | undefined;
  /** Takes out whose turn it is. */
  shift(): T | undefined;
}

/** One lane. */
export interface Line<T> {
  add(waiter: T): void;
  remove(waiter: T): void;
}

interface Queue<T> {
  readonly waiters: Set<T>;
  /** The lane's place on the common scale of targets served. */
  served: number;
}

/**
 * A fair queue: of the lanes in which somebody waits, the one comes next that has been served the fewest targets.
 * A lane that comes late or was idle starts level with the others, so that it saves up nothing.
 */
export function openLanes<T extends { readonly targets: number }>(): Lanes<T> {
  const waiting = new Set<Queue<T>>();
  let level = 0;

  function foremost(): Queue<T> | undefined {
    let found: Queue<T> | undefined;
    for (const queue of waiting) if (found === undefined || queue.served < found.served) found = queue;
    return found;
  }

  function firstOf(queue: Queue<T> | undefined): T | undefined {
    for (const waiter of queue?.waiters ?? []) return waiter;
    return undefined;
  }

  function remove(queue: Queue<T>, waiter: T): void {
    queue.waiters.delete(waiter);
    if (queue.waiters.size > 0) return;
    waiting.delete(queue);
  }

  return {
    get next() {
      return firstOf(foremost());
    },
    open() {
      const queue: Queue<T> = { waiters: new Set(), served: level };
      return {
        add(waiter) {
          if (queue.waiters.size === 0) {
            queue.served = Math.max(queue.served, level);
            waiting.add(queue);
          }
          queue.waiters.add(waiter);
        },
        remove: (waiter) => remove(queue, waiter),
      };
    },
    shift() {
      const queue = foremost();
      const waiter = firstOf(queue);
      if (queue === undefined || waiter === undefined) return undefined;
      level = queue.served;
      queue.served += waiter.targets;
      remove(queue, waiter);
      return waiter;
    },
  };
}
