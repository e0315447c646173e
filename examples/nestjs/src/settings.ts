import * as z from 'zod';

const KEY_LENGTH = 16;
const MOST_PORTS = 65_535;

const text = (what: string): z.ZodString =>
  z.string({ error: `must be ${what}` }).min(1, { error: `must be ${what}, but is empty` });

const keyError = `must be the key that callers send, ${KEY_LENGTH} characters at least`;
const portError = `must be a port, 0 to ${MOST_PORTS}`;
const quotaError = 'must be a number of phones per second, more than 0';

/** What the environment says, or a file `.env`. */
export const settingsSchema = z
  .object({
    PORT: z.coerce
      .number({ error: portError })
      .int({ error: portError })
      .min(0, { error: portError })
      .max(MOST_PORTS, { error: portError })
      .default(3000),
    API_KEY: z.string({ error: keyError }).min(KEY_LENGTH, { error: keyError }),
    HUAWEI_CLIENT_ID: text("the app's client id, as AppGallery Connect shows it"),
    HUAWEI_SERVICE_ACCOUNT: text('the path of the service account file that AppGallery Connect gave out'),
    /** Another place than Huawei's own, such as an emulator. */
    HUAWEI_ENDPOINT: text('a URL').optional(),
    /** The most phones per second, where it is known. */
    HUAWEI_QUOTA: z.coerce.number({ error: quotaError }).positive({ error: quotaError }).optional(),
    /** Where recalls are kept, unless that is PostgreSQL. */
    RECALLS_DIRECTORY: text('the path of a directory').optional(),
    /** Keeps recalls in PostgreSQL, where all processes see them. */
    DATABASE_URL: text('the URL of a PostgreSQL').optional(),
    /** Puts recalls on a queue, so that all processes work on them. */
    REDIS_URL: text('the URL of a Redis').optional(),
    /** Whether this process works on the queue, or only starts and shows recalls. */
    QUEUE_ROLE: z.enum(['worker', 'client'], { error: 'must be worker or client' }).default('worker'),
  })
  .refine(({ REDIS_URL, DATABASE_URL }) => REDIS_URL === undefined || DATABASE_URL !== undefined, {
    path: ['DATABASE_URL'],
    error: 'must be given beside REDIS_URL: all processes of a queue keep recalls in one place',
  });

export type Settings = z.infer<typeof settingsSchema>;
