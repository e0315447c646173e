import * as z from 'zod';
import type { Call } from '../call.ts';
import { illegalPayload } from '../refusal.ts';
import { checkTokenList } from './token-list.ts';

const notification = z.looseObject({
  category: z.string().min(1),
  title: z.string().min(1),
  body: z.string().min(1),
  /** -1 and absent: the vendor chooses one. */
  notifyId: z.int().min(-1).max(2_147_483_647).optional(),
  clickAction: z.looseObject({ actionType: z.int().min(0) }),
});

const schemas = {
  '0': z.looseObject({ payload: z.looseObject({ notification }) }),
  '2': z.looseObject({ payload: z.looseObject({ notification, extraData: z.string() }) }),
};

const target = z.looseObject({ target: z.looseObject({ token: z.unknown() }) });

/** The part of a notification that the emulator keeps. */
export interface SentNotification {
  readonly title: string;
  readonly body: string;
  /** Undefined: the vendor chooses one. */
  readonly notifyId: number | undefined;
}

/** The body of a send: `payload.notification` (and `extraData` for type 2) and `target.token`. */
export function checkSendBody({ json }: Call, pushType: string): SentNotification {
  const body = accept(pushType === '2' ? schemas['2'] : schemas['0'], json);
  checkTokenList(accept(target, json).target.token);
  const { title, body: text, notifyId } = body.payload.notification;
  return { title, body: text, notifyId: notifyId === -1 ? undefined : notifyId };
}

function accept<T>(schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the body' : issue.path.join('.');
  throw illegalPayload(`${where}: ${issue?.message ?? 'not of the documented shape'}`);
}
