import { LedgerError, type RecallStore } from '@unpush/recall';
import type { HttpSender } from '@unpush/transport';
import type { UnpushApp } from '../../app/app.ts';
import { isOfApp } from '../../recalls/app-of-recall.ts';
import type { RecallRunner } from '../../recalls/runner/recall-runner.ts';
import type { HealthLimits } from '../health-options.ts';
import type { AppFacts } from './app-facts.ts';
import { inTime, LATE } from './in-time.ts';
import { lookAtApp } from './look-at-app.ts';

/** What is looked with. */
export interface LookoutParts {
  readonly send: HttpSender;
  readonly store: RecallStore;
  readonly runner: RecallRunner;
}

/** Looks at apps, seldom enough to be asked by every prober of every balancer. */
export interface Lookout {
  look(app: UnpushApp, limits: HealthLimits): Promise<AppFacts>;
}

interface Seen {
  readonly at: number;
  readonly facts: Promise<AppFacts>;
}

/** More wanted recalls than that nobody has; each of them is one that can be looked at. */
const MOST_RECALLS = 1000;

/** Rejects with a `LedgerError` where recalls cannot be read. */
export function createLookout({ send, store, runner }: LookoutParts): Lookout {
  const seen = new Map<string, Seen>();
  const before = new Map<string, AppFacts>();

  const find = async (app: UnpushApp, limits: HealthLimits): Promise<AppFacts> => {
    const listing = store.list({ wanted: 'run', finished: false, limit: MOST_RECALLS });
    const wanted = await inTime(listing, limits.timeoutMs);
    if (wanted === LATE) {
      const message = `recalls could not be listed within ${limits.timeoutMs} ms`;
      throw new LedgerError(message, { problem: 'unreachable' });
    }
    const recalls = wanted.filter((recall) => isOfApp(app, recall));
    const now = Date.now();
    const facts = await lookAtApp(app, {
      send,
      runner,
      recalls,
      limits,
      before: before.get(app.name),
      now,
    });
    before.set(app.name, facts);
    return facts;
  };

  return {
    look(app, limits) {
      const key = `${app.name}:${String(limits.reach)}`;
      const last = seen.get(key);
      if (last !== undefined && Date.now() - last.at < limits.everyMs) return last.facts;
      const facts = find(app, limits);
      seen.set(key, { at: Date.now(), facts });
      return facts;
    },
  };
}
