import type { AttemptOptions, Batch, Clock, CredentialId, Revoker, Verdict } from '@unpush/core';
import { judge, type BadTarget } from './bad-target.ts';
import { credentialsOf, type CredentialOptions } from './credentials.ts';
import { noAnswer, type Fault, type FaultScript } from './fault.ts';
import { bucket, type QuotaOptions } from './quota.ts';
import { verdictOf } from './verdict-of.ts';

/** What the vendor is like. */
export interface SimulatedVendorOptions {
  readonly clock: Clock;
  /** The limit the port announces. Default 1000. */
  readonly batchSize?: number;
  /** The limit that really holds, and whether a refusal names it. Default: the announced one. */
  readonly limit?: { readonly targets: number; readonly told: boolean };
  /** How long an exchange takes; the vendor acts half-way. Default 0. */
  readonly latencyMs?: number | ((attempt: number) => number);
  /** The targets it refuses. Default: none. */
  readonly bad?: ReadonlyMap<string, BadTarget>;
  readonly quota?: QuotaOptions;
  readonly credential?: CredentialOptions;
  readonly faults?: FaultScript;
}

/** A request that left. */
export interface SimulatedRequest {
  /** Which attempt it was, from 1. */
  readonly attempt: number;
  /** When it left, on the monotonic clock. */
  readonly at: number;
  readonly targets: readonly string[];
  readonly credentialId: CredentialId;
}

/** A vendor that lives in memory, and what it remembers. */
export interface SimulatedVendor extends Revoker<string> {
  /** In the order they left. */
  readonly requests: readonly SimulatedRequest[];
  /** What it has taken back, whether its answer arrived or not. */
  readonly takenBack: ReadonlySet<string>;
  readonly renewals: number;
  /** The most requests that were under way at once. */
  readonly mostAtOnce: number;
}

/** A fault that befalls a request once it has left. */
type Hitch = Exclude<Fault, { readonly kind: 'throw' }>;

/** What lies between a request and its answer. */
interface Way {
  readonly fault: Hitch | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * A small model of a vendor behind the `Revoker` port: credentials, quota, limit and targets are checked in
 * this order, and a script says which attempts go wrong on the way.
 */
export function simulatedVendor(options: SimulatedVendorOptions): SimulatedVendor {
  const {
    clock,
    batchSize = 1000,
    latencyMs = 0,
    bad = new Map<string, BadTarget>(),
    quota,
    limit,
  } = options;
  const credentials = credentialsOf(options.credential ?? {}, clock);
  const mayPass = quota && bucket(quota, clock);
  const requests: SimulatedRequest[] = [];
  const takenBack = new Set<string>();
  let attempts = 0;
  let underWay = 0;
  let mostAtOnce = 0;

  function answer(targets: readonly string[], credentialId: CredentialId): Verdict {
    if (!credentials.isGood(credentialId)) return refusedCredential(options.credential);
    if (mayPass?.(targets.length) === false) return refusedByQuota(quota);
    if (targets.length > (limit?.targets ?? batchSize)) return tooMany(limit);
    const verdict = judge(targets, bad);
    if (verdict.advice === 'done') takeBack(targets);
    return verdict;
  }

  function takeBack(targets: readonly string[]): void {
    for (const target of targets) if (!bad.has(target)) takenBack.add(target);
  }

  function meet(fault: Hitch | undefined, request: SimulatedRequest): Verdict | undefined {
    switch (fault?.kind) {
      case undefined:
        return answer(request.targets, request.credentialId);
      case 'answer':
        if (fault.acted === true) takeBack(request.targets);
        return fault.verdict;
      case 'lost':
        if (fault.acted) takeBack(request.targets);
        return noAnswer(fault.failure, { received: true });
      case 'hang':
        if (fault.acted) takeBack(request.targets);
        return undefined;
      case 'unsent':
        return noAnswer(fault.failure, { received: false });
    }
  }

  async function exchange(request: SimulatedRequest, { fault, signal }: Way): Promise<Verdict> {
    const ms = typeof latencyMs === 'number' ? latencyMs : latencyMs(request.attempt);
    try {
      if (ms > 0) await clock.sleep(ms / 2, signal);
      const verdict = meet(fault, request);
      const back = verdict === undefined ? Infinity : ms / 2;
      if (back > 0) await clock.sleep(back, signal);
      return verdict ?? noAnswer('timeout', { received: true });
    } catch (error) {
      if (signal?.aborted !== true) throw error;
      return noAnswer('aborted', { received: true });
    }
  }

  return {
    batchSize,
    requests,
    takenBack,
    get renewals() {
      return credentials.renewals;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    async attempt(_selector: string, batch: Batch, { signal }: AttemptOptions = {}) {
      attempts += 1;
      const attempt = attempts;
      const fault = options.faults?.(attempt);
      if (fault?.kind === 'throw') throw fault.error;
      const credentialId = credentials.current;
      const request = { attempt, at: clock.monotonic(), targets: batch.targets(), credentialId };
      requests.push(request);
      underWay += 1;
      mostAtOnce = Math.max(mostAtOnce, underWay);
      try {
        const verdict = await exchange(request, { fault, signal });
        const answered = verdict.httpStatus !== undefined;
        return { ...verdict, credentialId, ...(answered && { requestId: `request-${attempt}` }) };
      } finally {
        underWay -= 1;
      }
    },
    renewCredential: (refused) => credentials.renew(refused),
  };
}

const refusedCredential = ({ clockSkewMs }: CredentialOptions = {}): Verdict =>
  verdictOf({
    advice: 'renew',
    about: 'credential',
    httpStatus: 401,
    code: '80200003',
    message: 'expired',
    ...(clockSkewMs !== undefined && { clockSkewMs }),
  });

const refusedByQuota = ({ retryAfterMs }: Partial<QuotaOptions> = {}): Verdict =>
  verdictOf({
    advice: 'retry',
    about: 'quota',
    httpStatus: 503,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });

const tooMany = (limit: SimulatedVendorOptions['limit']): Verdict =>
  verdictOf({
    advice: 'shrink',
    about: 'request',
    httpStatus: 400,
    code: '80300010',
    message: 'too many',
    ...(limit?.told === true && { allowedTargets: limit.targets }),
  });
