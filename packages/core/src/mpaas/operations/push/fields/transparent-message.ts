import * as z from 'zod/mini';
import { show } from '../../../../display/show.ts';
import { inputObject } from '../../../fields/input-object.ts';
import { jsonObjectSchema } from '../../../fields/json-object.ts';
import type { RpcParameters } from '../../../rpc/form.ts';

/** A message that goes through the phone makers' channels to the app, and not into the tray. */
export interface TransparentMessage {
  /** `TransparentMessagePayload`: what each maker's channel carries, sent as JSON. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** `TransparentMessageUrgency`: for Huawei, Honor and HarmonyOS. */
  readonly urgency?: 'HIGH' | 'NORMAL';
}

/** Takes a transparent message, and gives its parameters. */
export const transparentMessageSchema: z.ZodMiniType<RpcParameters> = z.pipe(
  inputObject({
    payload: jsonObjectSchema("the makers' transparent messages (TransparentMessagePayload)"),
    urgency: z.optional(
      z.enum(['HIGH', 'NORMAL'], {
        error: ({ input }) => `must be "HIGH" or "NORMAL", but is ${show(input)}`,
      }),
    ),
  }),
  z.transform(({ payload, urgency }) => ({
    TransparentMessagePayload: payload,
    TransparentMessageUrgency: urgency,
  })),
);
