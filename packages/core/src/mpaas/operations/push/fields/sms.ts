import * as z from 'zod/mini';
import { inputObject } from '../../../fields/input-object.ts';
import { integerSchema } from '../../../fields/integer.ts';
import { textMapAsJson } from '../../../fields/text-map.ts';
import { textSchema } from '../../../fields/text.ts';
import type { RpcParameters } from '../../../rpc/form.ts';

/** A short message beside or instead of a push. It costs extra, and only some regions have it. */
export interface PushSms {
  /** `SmsSignName`: who signs. */
  readonly signName?: string;
  /** `SmsTemplateCode`: which template of the SMS service. */
  readonly templateCode?: string;
  /** `SmsTemplateParam`: what goes into the template, sent as JSON. */
  readonly templateParam?: Readonly<Record<string, string>>;
  /** `SmsStrategy`: the vendor's number of when it is sent. */
  readonly strategy?: number;
}

/** Takes a short message, and gives its parameters. */
export const pushSmsSchema: z.ZodMiniType<RpcParameters> = z.pipe(
  inputObject({
    signName: z.optional(textSchema({ what: 'who signs the short message (SmsSignName)' })),
    templateCode: z.optional(textSchema({ what: "the short message's template (SmsTemplateCode)" })),
    templateParam: z.optional(textMapAsJson("the short message's parameters (SmsTemplateParam)")),
    strategy: z.optional(integerSchema({ what: "the vendor's number of a strategy (SmsStrategy)" })),
  }),
  z.transform(({ signName, templateCode, templateParam, strategy }) => ({
    SmsSignName: signName,
    SmsTemplateCode: templateCode,
    SmsTemplateParam: templateParam,
    SmsStrategy: strategy,
  })),
);
