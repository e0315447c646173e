import type { Clock } from '@unpush/core';
import type { Flight } from './flight.ts';
import type { Hold } from './hold.ts';
import type { Waiter } from './lane.ts';
import type { Lanes } from './lanes.ts';
import type { Turn, TurnEnd } from '../pacer.ts';
import type { QuotaSearch } from '../quota/quota-search.ts';
import { createSlots } from './slots.ts';
import { createWake } from './wake.ts';

/** All that has a say in when the next request leaves. */
export interface TurnstileParts {
  readonly clock: Clock;
  readonly lanes: Lanes<Waiter>;
  readonly flight: Flight;
  readonly hold: Hold;
  readonly search: QuotaSearch;
}

/** Makes a function that lets leave whatever may leave now, and wakes up by itself for what may leave later. */
export function createTurnstile({ clock, lanes, flight, hold, search }: TurnstileParts): () => void {
  const slots = createSlots();
  const wake = createWake(clock, letGo);
  /** Whether the next one would have left by now, had the rate or a hold not forbidden it. */
  let waited = false;
  let isTrialUnderWay = false;

  function letGo(): void {
    for (let waiter = lanes.next; waiter !== undefined; waiter = lanes.next) {
      const mayFly = flight.hasRoom(search.rate / waiter.targets) && !(hold.oneByOne && isTrialUnderWay);
      if (!mayFly) break;
      const now = clock.monotonic();
      const dueAt = Math.max(hold.until, slots.dueAt(search.rate));
      if (dueAt > now) {
        waited = true;
        wake.at(dueAt);
        return;
      }
      lanes.shift();
      waiter.admit(turn(waiter.targets, now));
      slots.leave({ now, targets: waiter.targets, dueAt, waited });
    }
    // Nobody waits for the rate any longer, but for another to come or to end
    waited = false;
    wake.never();
  }

  function turn(targets: number, sentAt: number): Turn {
    const departure = search.leave({ at: sentAt, targets, waited });
    const journey = flight.begin();
    const isTrial = hold.oneByOne;
    if (isTrial) isTrialUnderWay = true;
    let hasEnded = false;

    function learn(end: TurnEnd): void {
      const now = clock.monotonic();
      if (end.kind === 'refused') {
        if (hold.oneByOne) search.turnedAway(departure);
        else search.refused({ departure, now });
        hold.refused({ sentAt, now, retryAfterMs: end.retryAfterMs ?? 0 });
      } else if (end.kind === 'passed') {
        hold.passed(sentAt);
        search.passed(departure);
      } else {
        search.lost(departure);
      }
    }

    return {
      get wasAlone() {
        return journey.wasAlone;
      },
      end(end) {
        if (hasEnded) return;
        hasEnded = true;
        if (isTrial) isTrialUnderWay = false;
        flight.end(journey, end.kind === 'passed' ? clock.monotonic() - sentAt : undefined);
        learn(end);
        letGo();
      },
    };
  }

  return letGo;
}
