import type { Parameters } from '../parameters.ts';
import type { Space } from '../store/space.ts';
import type { MpaasWorld } from '../world.ts';

/** Fields of an answer, besides those that say whether it went well. */
export type Fields = Readonly<Record<string, unknown>>;

/** The shapes of answers; which one an operation has is a matter of its age. */
export type Envelope = 'push' | 'scheduler' | 'template' | 'device';

/** What an operation has to work with: a request that may be served. */
export interface Order {
  readonly parameters: Parameters;
  /** The app that the request names. */
  readonly space: Space;
  readonly world: MpaasWorld;
}

/** One action of the API. */
export interface Operation {
  readonly envelope: Envelope;
  /** The parameters that the vendor's SDK marks as required. */
  readonly required: readonly string[];
  /**
   * Does it.
   *
   * @throws ServiceRefusal at the first thing that does not hold; nothing has been done then.
   */
  readonly run: (order: Order) => Fields;
}
