import { Inject, Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { LedgerError, type RecallStore } from '@unpush/recall';
import type { HttpSender } from '@unpush/transport';
import type { UnpushApps } from '../app/app.ts';
import type { RecallRunner } from '../recalls/runner/recall-runner.ts';
import { UNPUSH_APPS, UNPUSH_RECALL_RUNNER, UNPUSH_RECALL_STORE, UNPUSH_SENDER } from '../tokens/tokens.ts';
import type { AppFacts } from './facts/app-facts.ts';
import { createLookout, type Lookout } from './facts/lookout.ts';
import { checkHealthOptions, HEALTH_DEFAULTS, type UnpushHealthOptions } from './health-options.ts';
import { describeApp, type AppHealth } from './judge/describe-app.ts';
import { judgeApp, type Complaint } from './judge/judge-app.ts';

/** What the indicator shows beside the status. */
export interface UnpushHealth {
  /** What is wrong, where something is. */
  readonly message?: string;
  /** By their names. */
  readonly apps?: Readonly<Record<string, AppHealth>>;
}

/**
 * Tells how the apps of `UnpushModule` stand: whether the credential can sign, whether the vendor answers, how the last
 * exchanges have ended, and which recalls are not finished. It never sends a revoke, nor a credential.
 *
 * `down` is only what the team has to act on: a key that cannot sign or is refused, an app that may not revoke, a vendor
 * out of reach for long, recalls that cannot be read. The rest is `degraded` with terminus 12, and with 11, which does
 * not know that, `up` with a `message`.
 *
 * @example
 * ```ts
 * @Module({ imports: [TerminusModule, UnpushModule.forRoot(options)], controllers: [HealthController], providers: [UnpushHealthIndicator] })
 * export class HealthModule {}
 *
 * @Get()
 * @HealthCheck()
 * check() {
 *   return this.health.check([() => this.unpush.isHealthy('unpush')]);
 * }
 * ```
 */
@Injectable()
export class UnpushHealthIndicator {
  readonly #health: HealthIndicatorService;
  readonly #apps: UnpushApps;
  readonly #lookout: Lookout;

  // eslint-disable-next-line @typescript-eslint/max-params -- Nest hands over one by one what is injected
  constructor(
    @Inject(HealthIndicatorService) health: HealthIndicatorService,
    @Inject(UNPUSH_APPS) apps: UnpushApps,
    @Inject(UNPUSH_RECALL_STORE) store: RecallStore,
    @Inject(UNPUSH_RECALL_RUNNER) runner: RecallRunner,
    @Inject(UNPUSH_SENDER) send: HttpSender,
  ) {
    this.#health = health;
    this.#apps = apps;
    this.#lookout = createLookout({ send, store, runner });
  }

  /** Rejects with `UnpushOptionsError`, and with `InvalidRequestError` for an app that there is not. */
  async isHealthy<const Key extends string>(
    key: Key,
    options: UnpushHealthOptions = {},
  ): Promise<HealthIndicatorResult<Key>> {
    const { app, ...given } = checkHealthOptions(options);
    const limits = { ...HEALTH_DEFAULTS, ...given };
    const session = this.#health.check(key);
    const apps = app === undefined ? this.#apps.all : [this.#apps.get(app)];
    let facts: readonly AppFacts[];
    try {
      facts = await Promise.all(apps.map((one) => this.#lookout.look(one, limits)));
    } catch (error) {
      if (!LedgerError.isInstance(error)) throw error;
      return session.down({ message: `recalls cannot be read (${error.problem})` });
    }
    const now = Date.now();
    const complaints = facts.flatMap((each) => judgeApp(each, { limits, now }));
    const health = healthOf(facts, complaints);
    if (complaints.some(({ level }) => level === 'down')) return session.down(health);
    // Terminus 11 has no such thing
    const knowsDegraded = 'degraded' in session;
    return knowsDegraded && complaints.length > 0 ? session.degraded(health) : session.up(health);
  }
}

// A mapped type: terminus takes none that could be added to elsewhere
const healthOf = (
  facts: readonly AppFacts[],
  complaints: readonly Complaint[],
): { [F in keyof UnpushHealth]: UnpushHealth[F] } => ({
  ...(complaints.length > 0 && { message: complaints.map(({ reason }) => reason).join('; ') }),
  apps: Object.fromEntries(facts.map((each) => [each.name, describeApp(each)])),
});
