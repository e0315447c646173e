import type { LastExchanges } from '../../app/exchange-log.ts';
import type { AppFacts } from '../facts/app-facts.ts';
import type { HealthLimits } from '../health-options.ts';

/** What is wrong with an app. */
export interface Complaint {
  /** `down` only where the team has to act, and no waiting mends it. */
  readonly level: 'down' | 'degraded';
  readonly reason: string;
}

/** By what an app is judged. */
export interface Judging {
  readonly limits: Pick<HealthLimits, 'unreachableForMs' | 'standingForMs' | 'verdictForMs'>;
  readonly now: number;
}

/** What is wrong with an app, the worst first; empty where all is well. */
export function judgeApp(facts: AppFacts, judging: Judging): readonly Complaint[] {
  const found = [
    signing(facts),
    lastWord(facts.last, judging),
    reaching(facts, judging),
    queueing(facts),
    standing(facts, judging),
  ].filter((complaint) => complaint !== undefined);
  const named = found.map(({ level, reason }) => ({ level, reason: `${facts.name}: ${reason}` }));
  return [
    ...named.filter(({ level }) => level === 'down'),
    ...named.filter(({ level }) => level === 'degraded'),
  ];
}

const signing = ({ canSign }: AppFacts): Complaint | undefined =>
  canSign
    ? undefined
    : { level: 'down', reason: 'the credential cannot be used; the log says what is wrong with it' };

/** Longer than a renewal takes. */
const RENEWAL_MS = 30_000;

/**
 * A refusal can be part of a renewal, and under load many requests are on their way with the credential that has ended.
 * It is refused for good where nothing else can be had, where a fresh one is refused as well, or where no request has
 * been taken since.
 */
function isRefusedForGood({ inARow, credentials, advice, since }: LastExchanges, now: number): boolean {
  if (inARow < 2) return false;
  return advice !== 'renew' || credentials > 1 || now - since >= RENEWAL_MS;
}

function lastWord(last: LastExchanges | undefined, { limits, now }: Judging): Complaint | undefined {
  if (last === undefined || now - last.at > limits.verdictForMs) return undefined;
  const code = last.code === undefined ? '' : ` (${last.code})`;
  if (last.about === 'permission') {
    return { level: 'down', reason: `the vendor does not let this app revoke${code}` };
  }
  if (last.about === 'credential' && isRefusedForGood(last, now)) {
    return { level: 'down', reason: `the vendor refuses the credential${code}` };
  }
  if (last.outcome === 'no-answer') {
    const failure = last.failure === undefined ? '' : ` (${last.failure})`;
    return { level: 'degraded', reason: `the last request got no answer${failure}` };
  }
  if (last.about === 'vendor-fault') return { level: 'degraded', reason: `the vendor has failed${code}` };
  return undefined;
}

function reaching({ reach }: AppFacts, { limits, now }: Judging): Complaint | undefined {
  if (reach === undefined || reach.answers) return undefined;
  const reason = `the vendor cannot be reached (${reach.failure}) since ${new Date(reach.since).toISOString()}`;
  return { level: now - reach.since >= limits.unreachableForMs ? 'down' : 'degraded', reason };
}

function standing({ backlog }: AppFacts, { limits, now }: Judging): Complaint | undefined {
  const { standing: count, standingSince = now } = backlog;
  if (count === 0 || now - standingSince < limits.standingForMs) return undefined;
  const [recalls, them] = count === 1 ? ['1 recall is', 'it'] : [`${count} recalls are`, 'them'];
  return {
    level: 'degraded',
    reason: `${recalls} not finished, and nobody works on ${them}: resume or stop`,
  };
}

const queueing = ({ backlog }: AppFacts): Complaint | undefined =>
  backlog.queue?.answers === false
    ? { level: 'degraded', reason: 'the queue cannot be reached; recalls go on once it can' }
    : undefined;
