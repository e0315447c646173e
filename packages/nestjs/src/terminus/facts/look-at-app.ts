import { Logger } from '@nestjs/common';
import type { StoredRecall } from '@unpush/recall';
import type { HttpSender } from '@unpush/transport';
import type { UnpushApp } from '../../app/app.ts';
import type { RecallRunner } from '../../recalls/runner/recall-runner.ts';
import type { HealthLimits } from '../health-options.ts';
import type { AppFacts, Reach } from './app-facts.ts';
import { backlogOf } from './backlog.ts';
import { inTime, LATE } from './in-time.ts';
import { knock } from './knock.ts';

/** What an app is looked at with. */
export interface LookingMeans {
  readonly send: HttpSender;
  readonly runner: RecallRunner;
  /** Unfinished, and wanted; of this app. */
  readonly recalls: readonly StoredRecall[];
  readonly limits: HealthLimits;
  /** What was found before. */
  readonly before: AppFacts | undefined;
  /** In milliseconds since 1970. */
  readonly now: number;
}

const logger = new Logger('UnpushHealthIndicator');

/** Finds out how an app stands, without sending anything that a vendor could act on. */
export async function lookAtApp(app: UnpushApp, means: LookingMeans): Promise<AppFacts> {
  const { name, vendor } = app;
  const { runner, recalls, limits, before, now } = means;
  const last = app.lastExchanges();
  const [canSign, reach, backlog] = await Promise.all([
    signs(app, limits.timeoutMs),
    limits.reach ? reachOf(app, means) : undefined,
    backlogOf({ app: name, recalls, runner, timeoutMs: limits.timeoutMs, before: before?.backlog, now }),
  ]);
  return {
    name,
    vendor,
    canSign,
    ...(reach !== undefined && { reach }),
    ...(last !== undefined && { last }),
    backlog,
  };
}

async function signs({ name, checkCredential }: UnpushApp, timeoutMs: number): Promise<boolean> {
  try {
    if ((await inTime(checkCredential(), timeoutMs)) !== LATE) return true;
    logger.error(`The credential of app "${name}" cannot be used: it was not given within ${timeoutMs} ms`);
  } catch (error) {
    // Where a key lies is for the log: what a health check says is often there for everybody to read
    logger.error(
      `The credential of app "${name}" cannot be used: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
  return false;
}

async function reachOf(app: UnpushApp, { send, limits, before, now }: LookingMeans): Promise<Reach> {
  const last = app.lastExchanges();
  // Who has just answered a revoke need not be knocked at
  if (last !== undefined && last.outcome !== 'no-answer' && now - last.at < limits.everyMs) {
    return { answers: true };
  }
  const failure = await knock({ endpoint: app.endpoint, send, timeoutMs: limits.timeoutMs });
  if (failure === undefined) return { answers: true };
  const since = before?.reach?.answers === false ? before.reach.since : now;
  return { answers: false, failure, since };
}
