import type { Allowance } from './allowance.ts';
import { createSessions, type Sessions, type SessionsParts } from './sessions.ts';
import { timeout } from './timeout.ts';

/** What works on the recalls of an object, from alarm to alarm. */
export interface Drive extends Omit<Sessions, 'takeUp' | 'busy' | 'next'> {
  /** Goes on with what is wanted, for as long as an alarm may take, and sets the next one where anything is left. */
  alarm(): Promise<void>;
  /** Sees to it that what is wanted is worked on. */
  wake(): Promise<void>;
  /** What the pace allows at this moment. */
  readonly targetsPerSecond: number | undefined;
}

export interface DriveParts extends SessionsParts {
  readonly storage: DurableObjectStorage;
  readonly allowance: Allowance;
  readonly requestsPerAlarm: number;
  /** Told when an alarm has done what it could. */
  readonly onAlarmEnd: () => void;
}

/** Far within the quarter of an hour that an alarm may take: what it does is there for good soon. */
const ALARM_MS = 20_000;
/** So long after the last sign of life recalls are taken up again. */
const DEAD_MAN_MS = 30_000;

export function createDrive(parts: DriveParts): Drive {
  const { storage, pacer, allowance, requestsPerAlarm, onAlarmEnd } = parts;
  const { takeUp, busy, next, ...sessions } = createSessions(parts);
  let isAlarm = false;

  /** Until nothing is left to do, the allowance is used up, or time is. */
  async function work(): Promise<void> {
    const late = timeout(ALARM_MS);
    const end = Promise.race([late.passed, allowance.usedUp()]).then(() => true);
    try {
      for (;;) {
        takeUp();
        const running = busy();
        if (running.length === 0) return;
        // What has ended may have made room for something else
        if (await Promise.race([end, Promise.race(running).then(() => false)])) return;
      }
    } finally {
      late.clear();
    }
  }

  async function setNext(): Promise<void> {
    const at = busy().length > 0 ? Date.now() : next();
    await (at === undefined ? storage.deleteAlarm() : storage.setAlarm(at));
  }

  return {
    ...sessions,
    async alarm() {
      isAlarm = true;
      try {
        // Before anything else: whatever happens from here on, another one comes
        await storage.setAlarm(Date.now() + DEAD_MAN_MS);
        allowance.refill(requestsPerAlarm);
        await work();
        onAlarmEnd();
        await setNext();
      } finally {
        isAlarm = false;
      }
    },
    async wake() {
      if (isAlarm) {
        takeUp();
        return;
      }
      const at = next();
      if (at === undefined) return;
      const set = await storage.getAlarm();
      if (set === null || set > at) await storage.setAlarm(at);
    },
    get targetsPerSecond() {
      const rate = pacer.targetsPerSecond;
      return rate !== undefined && Number.isFinite(rate) ? rate : undefined;
    },
  };
}
