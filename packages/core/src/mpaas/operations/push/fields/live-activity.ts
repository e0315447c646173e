import * as z from 'zod/mini';
import { inputObject } from '../../../fields/input-object.ts';
import { integerSchema } from '../../../fields/integer.ts';
import { jsonObjectSchema } from '../../../fields/json-object.ts';
import { textSchema } from '../../../fields/text.ts';
import type { RpcParameters } from '../../../rpc/form.ts';

/** What a push does to a Live Activity of iOS. */
export interface LiveActivity {
  /** `ActivityEvent`: what happens to it. */
  readonly event?: string;
  /** `ActivityContentState`: the state it shows next, sent as JSON. */
  readonly contentState?: Readonly<Record<string, unknown>>;
  /** `DismissalDate`: when it is dismissed, as the vendor wants it. */
  readonly dismissalDate?: number;
}

/** Takes a Live Activity, and gives its parameters. */
export const liveActivitySchema: z.ZodMiniType<RpcParameters> = z.pipe(
  inputObject({
    event: z.optional(textSchema({ what: 'what happens to the Live Activity (ActivityEvent)' })),
    contentState: z.optional(jsonObjectSchema('the next state of the Live Activity (ActivityContentState)')),
    dismissalDate: z.optional(integerSchema({ what: 'when the Live Activity is dismissed (DismissalDate)' })),
  }),
  z.transform(({ event, contentState, dismissalDate }) => ({
    ActivityEvent: event,
    ActivityContentState: contentState,
    DismissalDate: dismissalDate,
  })),
);
