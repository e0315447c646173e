import type { Line } from './lanes.ts';
import type { Lane, Turn } from '../pacer.ts';

/** A request that waits for its turn. */
export interface Waiter {
  readonly targets: number;
  admit(turn: Turn): void;
}

/** What a lane stands on. */
export interface LaneParts {
  readonly line: Line<Waiter>;
  /** Called when somebody has begun to wait, or no longer does. */
  readonly changed: () => void;
}

/** One recall's place, which gives back all that it holds as soon as the recall leaves. */
export function openLane({ line, changed }: LaneParts): Lane {
  const waiting = new Set<(reason: Error) => void>();
  const turns = new Set<Turn>();
  let hasLeft = false;

  function keep(turn: Turn): Turn {
    const own: Turn = {
      get wasAlone() {
        return turn.wasAlone;
      },
      end(end) {
        turns.delete(own);
        turn.end(end);
      },
    };
    turns.add(own);
    return own;
  }

  return {
    take: (targets, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        if (hasLeft) throw new Error('This recall has left the pacer: join it again to send more.');
        const stopWaiting = (): void => {
          signal.removeEventListener('abort', onAbort);
          waiting.delete(giveUp);
        };
        const giveUp = (reason: Error): void => {
          stopWaiting();
          line.remove(waiter);
          reject(reason);
          changed();
        };
        const onAbort = (): void => giveUp(signal.reason as Error);
        const waiter: Waiter = {
          targets,
          admit(turn) {
            stopWaiting();
            resolve(keep(turn));
          },
        };
        signal.addEventListener('abort', onAbort, { once: true });
        waiting.add(giveUp);
        line.add(waiter);
        changed();
      }),
    leave() {
      hasLeft = true;
      for (const giveUp of waiting) giveUp(new Error('This recall has left the pacer while it waited.'));
      for (const turn of turns) turn.end({ kind: 'lost' });
    },
  };
}
