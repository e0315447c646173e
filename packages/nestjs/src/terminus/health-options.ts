import { optionsObject, switchField, textField, timeField } from '../options/fields.ts';
import { UnpushOptionsError } from '../options/options-error.ts';

/** Options of {@link UnpushHealthIndicator.isHealthy}. Times are in milliseconds. */
export interface UnpushHealthOptions {
  /** Only this app. Default: every app of the module. */
  readonly app?: string;
  /** Whether the vendor's endpoint is asked for, without a credential, if nothing else was heard of it. Default true. */
  readonly reach?: boolean;
  /**
   * How long an answer may take: of the place that keeps recalls, and then of all else at once. So a check takes twice
   * that at the most. Default 3 seconds.
   */
  readonly timeoutMs?: number;
  /** How often is looked at most; in between, what was found is told again. Default 30 seconds. */
  readonly everyMs?: number;
  /** How long a vendor may be out of reach before that is `down`. Default 5 minutes. */
  readonly unreachableForMs?: number;
  /** How long nobody may work on a recall that is to go on before that is `degraded`. Default 1 minute. */
  readonly standingForMs?: number;
  /** How long the vendor's last word counts: a refused key would be `down` for ever, as nothing is sent while it is. Default 15 minutes. */
  readonly verdictForMs?: number;
}

/** The options with the defaults filled in. */
export type HealthLimits = Required<Omit<UnpushHealthOptions, 'app'>>;

/** What holds where nothing is said. */
export const HEALTH_DEFAULTS: HealthLimits = {
  reach: true,
  timeoutMs: 3000,
  everyMs: 30_000,
  unreachableForMs: 5 * 60_000,
  standingForMs: 60_000,
  verdictForMs: 15 * 60_000,
};

/** The longest time that a timer takes. */
const MOST_MS = 2 ** 31 - 1;

const schema = optionsObject({
  app: textField('the name of an app').exactOptional(),
  reach: switchField().exactOptional(),
  timeoutMs: timeField()
    .max(MOST_MS, { error: `must be ${MOST_MS} at the most` })
    .exactOptional(),
  everyMs: timeField().exactOptional(),
  unreachableForMs: timeField().exactOptional(),
  standingForMs: timeField().exactOptional(),
  verdictForMs: timeField().exactOptional(),
});

/** Checks the options. Throws {@link UnpushOptionsError}, which names each that is wrong. */
export function checkHealthOptions(options: unknown): UnpushHealthOptions {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  throw new UnpushOptionsError(
    result.error.issues.map(({ path, message }) => `health.${path.join('.') || 'options'}: ${message}`),
  );
}
