import type { Lane, Pacer } from '@unpush/recall';
import type { RedisWatch } from '../queues/redis-watch.ts';

/**
 * Lets nobody leave while Redis is away. Requests would pile up there and leave all at once when it is back: a burst
 * that the vendor's flow control refuses.
 */
export function pausePacer(pacer: Pacer, watch: Pick<RedisWatch, 'isUp' | 'whenUp'>): Pacer {
  return {
    ...(pacer.ceiling !== undefined && { ceiling: pacer.ceiling }),
    get targetsPerSecond() {
      return pacer.targetsPerSecond;
    },
    get quota() {
      return pacer.quota;
    },
    join: () => pauseLane(pacer.join(), watch),
  };
}

function pauseLane(lane: Lane, watch: Pick<RedisWatch, 'isUp' | 'whenUp'>): Lane {
  return {
    async take(targets, signal) {
      for (;;) {
        await watch.whenUp(signal);
        const turn = await lane.take(targets, signal);
        if (watch.isUp) return turn;
        turn.end({ kind: 'lost' });
      }
    },
    leave: () => lane.leave(),
  };
}
