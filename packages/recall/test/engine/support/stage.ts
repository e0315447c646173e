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
import { freePacer, type FreePacer } from './free-pacer.ts';
import { listOf } from './list-source.ts';
import { recordingSink, type RecordingSink } from './recording-sink.ts';

/** A list, a vendor, and how the recall goes about it. */
export interface Scene {
  readonly targets: readonly string[];
  readonly vendor?: Omit<SimulatedVendorOptions, 'clock'>;
  readonly options?: Partial<RecallOptions<string>>;
  /** Where several stand on one stage. */
  readonly clock?: VirtualClock;
}

/** What a recall runs among. */
export interface Stage {
  readonly clock: VirtualClock;
  readonly vendor: SimulatedVendor;
  readonly pacer: FreePacer;
  readonly sink: RecordingSink;
  readonly events: readonly RecallEvent[];
  /** Starts it; `more` goes over the scene's own options. */
  readonly start: (more?: Partial<RecallOptions<string>>) => Recall;
}

export function setUp({ targets, vendor: traits = {}, options = {}, clock = virtualClock() }: Scene): Stage {
  const vendor = simulatedVendor({ clock, ...traits });
  const pacer = freePacer(clock);
  const sink = recordingSink();
  const events: RecallEvent[] = [];
  return {
    clock,
    vendor,
    pacer,
    sink,
    events,
    start: (more = {}) =>
      startRecall({
        recallId: 'test',
        selector: 'message',
        revoker: vendor,
        source: listOf(targets),
        pacer,
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
