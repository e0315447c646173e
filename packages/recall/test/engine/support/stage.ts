import {
  simulatedVendor,
  virtualClock,
  type SimulatedVendor,
  type SimulatedVendorOptions,
  type VirtualClock,
} from '@unpush/testing';
import type { Recall, RecallEvent, RecallOptions } from '../../../src/engine/options.ts';
import { startRecall } from '../../../src/engine/start-recall.ts';
import type { RecallSummary } from '../../../src/summary/summary.ts';
import { listOf } from './list-source.ts';
import { recordingSink, type RecordingSink } from './recording-sink.ts';

/** A list, a vendor, and how the recall goes about it. */
export interface Scene {
  readonly targets: readonly string[];
  readonly vendor?: Omit<SimulatedVendorOptions, 'clock'>;
  readonly options?: Partial<RecallOptions<string>>;
}

/** What a recall runs among. */
export interface Stage {
  readonly clock: VirtualClock;
  readonly vendor: SimulatedVendor;
  readonly sink: RecordingSink;
  readonly events: readonly RecallEvent[];
  /** Starts it; `more` goes over the scene's own options. */
  readonly start: (more?: Partial<RecallOptions<string>>) => Recall;
}

export function setUp({ targets, vendor: traits = {}, options = {} }: Scene): Stage {
  const clock = virtualClock();
  const vendor = simulatedVendor({ clock, ...traits });
  const sink = recordingSink();
  const events: RecallEvent[] = [];
  return {
    clock,
    vendor,
    sink,
    events,
    start: (more = {}) =>
      startRecall({
        recallId: 'test',
        selector: 'message',
        revoker: vendor,
        source: listOf(targets),
        sink,
        clock,
        random: () => 0.5,
        observe: (event) => events.push(event),
        ...options,
        ...more,
      }),
  };
}

/** Runs a scene to its end. */
export async function play(scene: Scene): Promise<Stage & { readonly summary: RecallSummary }> {
  const stage = setUp(scene);
  return { ...stage, summary: await stage.start().done };
}

/** The sizes of the requests that left, in order. */
export const sizes = ({ requests }: SimulatedVendor): readonly number[] =>
  requests.map(({ targets }) => targets.length);
