import * as z from 'zod';
import * as mini from 'zod/mini';
import { RECALL_STATES } from '../../src/contract/recall-states.ts';
import { choicesSchema } from '../../src/contract/choices.ts';
import { APP_NAME } from '../../src/contract/app-name.ts';

/** What stands in the path. */
export const appInPath = {
  app: z
    .string()
    .regex(APP_NAME)
    .meta({
      description: "The gateway's own name of the app.",
      examples: ['shop'],
    }),
};

export const recallInPath = {
  ...appInPath,
  id: z.string().meta({ description: 'The `recallId` of the recall.', examples: ['r-20261127-k3v9'] }),
};

/** The selector and the choices of a recall whose list is a stream. */
export const startQuery = z.object({
  notifyId: z
    .int()
    .min(0)
    .max(2_147_483_647)
    .optional()
    .meta({ description: 'Huawei: the notifyId the notification was sent with.', examples: [3114932] }),
  pushType: z
    .enum(['notification', 'extension', '0', '2'])
    .optional()
    .meta({ description: 'Huawei: the kind of message. Default `notification`.' }),
  messageId: z
    .string()
    .optional()
    .meta({ description: 'mPaaS: the id of a message of a simple or template push.' }),
  taskId: z
    .string()
    .optional()
    .meta({ description: 'mPaaS: the id of a batch or broadcast push. It needs no list.' }),
  field: z
    .string()
    .optional()
    .meta({
      description: 'NDJSON of objects: the field that holds the target; dots lead into nested ones.',
      examples: ['device.token'],
    }),
  ...described(choicesSchema.shape),
});

/** The query of a list of recalls. */
export const listQuery = z.object({
  limit: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .meta({ description: 'The most recalls of a page. Default 100.' }),
  cursor: z.string().optional().meta({ description: 'The `next` of the page before.' }),
  state: z.enum(RECALL_STATES).optional().meta({ description: 'Only recalls in this state.' }),
});

/** The query of a report. */
export const reportQuery = z.object({
  all: z
    .boolean()
    .optional()
    .meta({ description: 'Also the targets that were accepted, and not only the others. Default false.' }),
});

export const idempotencyKey = z
  .string()
  .regex(/^[ -~]{1,200}$/)
  .optional()
  .meta({
    description:
      'Makes a request that is sent again the same recall: 1 to 200 printable characters of ASCII, such as a UUID. Kept for as long as the recall is, for this caller alone. Under the same key the list has to begin with what has come of it, and goes on behind that; another one is refused.',
    examples: ['0f0f0b52-43a5-4a6c-8e21-9d1c7a5c1e10'],
  });

export const uploadComplete = z
  .enum(['?0', '?1'])
  .optional()
  .meta({ description: 'Whether the list ends with this body. `?0`: more of it will follow. Default `?1`.' });

export const uploadOffset = z
  .int()
  .min(0)
  .meta({
    description: "Where this part begins: the recall's `upload.offset`, in bytes of the list after gunzip.",
    examples: [104857],
  });

export const uploadLength = z
  .int()
  .min(0)
  .optional()
  .meta({
    description:
      'How long the whole list is, in bytes after gunzip. The list is complete with these and no others, so that half of it, or another one, is not taken for it.',
    examples: [104857600],
  });

export const contentEncoding = z
  .enum(['gzip', 'identity'])
  .optional()
  .meta({ description: 'gzip is also known by its first bytes.' });

export const acceptLanguage = z
  .string()
  .optional()
  .meta({ description: 'The language of problems: `en` or `zh-CN`.', examples: ['en'] });

/** What each choice means, for readers: the code says it to its readers beside the schema. */
function described(shape: typeof choicesSchema.shape): typeof choicesSchema.shape {
  const say = <T extends mini.ZodMiniType>(schema: T, description: string): T =>
    schema.check(mini.meta({ description }));
  return {
    reason: say(shape.reason, 'Why, for the record: one line of text.'),
    dedupe: say(shape.dedupe, 'Whether a target that was met before is dropped. Default true.'),
    canary: say(shape.canary, 'How many targets go first, alone. Default 10.'),
    batchSize: say(shape.batchSize, "The most targets of a request. Default: the vendor's own limit."),
    keepGoing: say(shape.keepGoing, 'Go on though many batches in a row are refused. Default false.'),
    giveUpAfterMs: say(
      shape.giveUpAfterMs,
      'After how many milliseconds without progress the recall is paused. Default 30 minutes.',
    ),
    again: say(shape.again, 'Begin though an unfinished recall takes back the same notification.'),
  };
}
