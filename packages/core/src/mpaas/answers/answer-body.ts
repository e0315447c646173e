import * as z from 'zod/mini';
import { lenientText } from '../../json/lenient-text.ts';
import { orAbsent } from '../../json/or-absent.ts';
import { parseJson } from '../../json/parse-json.ts';

/**
 * The fields of an answer that could be read, of whichever of the four shapes: a push or revoke (`PushResult`), a
 * query (`ResultContent`), a template or device call (`Code`, `Success`), or an error of the gateway (`Code`,
 * `Message`). Texts are as they came: not yet fit to be shown.
 */
export interface MpaasBody {
  readonly requestId?: string | undefined;
  /** Of templates, devices and the gateway. */
  readonly code?: string | undefined;
  /** Of pushes, revokes and queries. */
  readonly resultCode?: string | undefined;
  readonly resultMessage?: string | undefined;
  /** `Message` of the gateway and of devices, `Msg` of templates. */
  readonly message?: string | undefined;
  /** `Success` at the top. */
  readonly success?: boolean | undefined;
  readonly pushResult?: PushResult | undefined;
  /** `ResultContent`, as it came. */
  readonly content?: unknown;
  /** `Data` at the top, as it came. */
  readonly data?: unknown;
  /** Every field, by its name in lower case. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What stands in `PushResult`. */
export interface PushResult {
  readonly success?: boolean | undefined;
  readonly resultMsg?: string | undefined;
  readonly data?: string | undefined;
}

const isTrue = (text: string): boolean => text.toLowerCase() === 'true';

const yesOrNo = orAbsent(
  z.union([z.boolean(), z.pipe(z.string().check(z.regex(/^(true|false)$/i)), z.transform(isTrue))]),
);

/** Lenient on purpose: a field of an unexpected type is as good as absent, and further fields do not matter. */
const bodySchema = z.object({
  requestid: lenientText,
  code: lenientText,
  resultcode: lenientText,
  resultmessage: lenientText,
  message: lenientText,
  msg: lenientText,
  success: yesOrNo,
  pushresult: z.optional(z.unknown()),
  resultcontent: z.optional(z.unknown()),
  data: z.optional(z.unknown()),
});

const pushResultSchema = z.object({ success: yesOrNo, resultmsg: lenientText, data: lenientText });

/** Reads an answer's body, or `undefined` if it is no JSON object. */
export function readBody(body: string): MpaasBody | undefined {
  const fields = foldNames(parseJson(body));
  if (fields === undefined) return undefined;
  const { requestid, resultcode, resultmessage, message, msg, pushresult, resultcontent, ...same } =
    bodySchema.parse(fields);
  return {
    requestId: requestid,
    code: same.code,
    resultCode: resultcode,
    resultMessage: resultmessage,
    message: message ?? msg,
    success: same.success,
    pushResult: readPushResult(pushresult),
    content: resultcontent,
    data: same.data,
    fields,
  };
}

function readPushResult(given: unknown): PushResult | undefined {
  const fields = foldNames(given);
  if (fields === undefined) return undefined;
  const { success, resultmsg, data } = pushResultSchema.parse(fields);
  return { success, resultMsg: resultmsg, data };
}

/** An object with its names in lower case: the vendor's pages write them in more than one way. */
export function foldNames(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(fields.map(([name, inner]) => [name.toLowerCase(), inner]));
}
