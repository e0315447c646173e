import type { QuotaStep, VendorSettings } from '../vendor/vendor-settings.ts';

/** A vendor whose quota nobody tells the client. */
export interface Scenario {
  readonly name: string;
  readonly targets: number;
  readonly quota: readonly QuotaStep[];
  readonly model?: VendorSettings['model'];
  /** In milliseconds. */
  readonly latencyMs?: number;
  /** In turns where the contestants would take each other's processor away. */
  readonly inTurns?: true;
  /** The most that is promised: finishing time against the ideal, and refused requests of all. */
  readonly goal: { readonly ratio: number; readonly refused: number };
}

const STEADY = { ratio: 1.05, refused: 0.01 };
const CHANGING = { ratio: 1.1, refused: 0.03 };

const always = (devicesPerSecond: number): readonly QuotaStep[] => [{ afterSeconds: 0, devicesPerSecond }];

/** Each of at least 300 batches, and 44 seconds at the ideal. */
export const SCENARIOS: readonly Scenario[] = [
  { name: '6,000/s', targets: 300_000, quota: always(6000), goal: STEADY },
  {
    name: '6,000/s, counted by full seconds',
    targets: 300_000,
    quota: always(6000),
    model: 'fixed-window',
    goal: STEADY,
  },
  { name: '60,000/s', targets: 2_760_000, quota: always(60_000), goal: STEADY },
  { name: '600,000/s', targets: 27_600_000, quota: always(600_000), inTurns: true, goal: STEADY },
  {
    name: '60,000/s, halved in the middle third',
    targets: 2_310_000,
    quota: [
      { afterSeconds: 0, devicesPerSecond: 60_000 },
      { afterSeconds: 15, devicesPerSecond: 30_000 },
      { afterSeconds: 30, devicesPerSecond: 60_000 },
    ],
    goal: CHANGING,
  },
  { name: '60,000/s, 20 ms away', targets: 2_760_000, quota: always(60_000), latencyMs: 20, goal: STEADY },
  { name: '60,000/s, 200 ms away', targets: 2_760_000, quota: always(60_000), latencyMs: 200, goal: STEADY },
];

/** The same in a tenth of the time. */
export function shortened(scenario: Scenario): Scenario {
  const quota = scenario.quota.map((step) => ({ ...step, afterSeconds: step.afterSeconds / 10 }));
  return { ...scenario, quota, targets: scenario.targets / 10 };
}
