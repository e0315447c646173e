import * as z from 'zod';
import { MPAAS_ACTIONS } from '../mpaas/actions.ts';

const milliseconds = z.number().min(0).max(3_600_000);
const status = z.int().min(200).max(599);

/** Whether the emulator does what was asked before it lets its caller down. */
const acts = z.boolean();

const action = z.discriminatedUnion('type', [
  /** The answer is late; the request itself is acted on at once. */
  z.strictObject({ type: z.literal('latency'), ms: milliseconds, jitterMs: milliseconds.optional() }),
  /** The server's clock is off by so much, for its judgement of what the client signed and in its Date header. */
  z.strictObject({ type: z.literal('clock'), offsetMs: z.number() }),
  /** An HTTP status, as a proxy or a gateway would send it. */
  z.strictObject({
    type: z.literal('status'),
    status,
    body: z.enum(['json', 'html', 'empty']).default('empty'),
    retryAfter: z
      .strictObject({ seconds: z.int().min(0), as: z.enum(['seconds', 'date']).default('seconds') })
      .optional(),
    acts: acts.default(false),
  }),
  /** A code of the vendor's, with the HTTP status that belongs to it unless another is named. */
  z.strictObject({
    type: z.literal('code'),
    code: z.string().min(1),
    message: z.string().optional(),
    status: status.optional(),
    acts: acts.default(false),
  }),
  z.strictObject({ type: z.literal('reset'), when: z.enum(['before', 'after']) }),
  /** Acts, announces the whole answer and sends only its first bytes. Default: half of it. */
  z.strictObject({ type: z.literal('truncate'), keepBytes: z.int().min(0).optional() }),
  /** An answer that is not JSON. */
  z.strictObject({
    type: z.literal('non-json'),
    status: status.default(200),
    body: z.string().default('<html><body><h1>It works!</h1></body></html>'),
    contentType: z.string().default('text/html'),
    acts: acts.default(true),
  }),
  /** Takes the request and never answers. */
  z.strictObject({ type: z.literal('stall'), acts: acts.default(false) }),
]);

/** One line of a fault script. */
export const faultSchema = z.strictObject({
  /** Which requests it is for; all of what is named must hold. Default: every one. */
  match: z
    .strictObject({
      vendor: z.enum(['huawei', 'mpaas']).optional(),
      /** Of Huawei `revoke` or `send`, of mPaaS an action such as `RevokePushMessage`. */
      operation: z.enum(['revoke', 'send', ...MPAAS_ACTIONS]).optional(),
      /** Huawei's: of a send, the project id. */
      clientId: z.string().optional(),
      notifyId: z.int().optional(),
      /** mPaaS's. */
      appId: z.string().optional(),
      workspaceId: z.string().optional(),
      messageId: z.string().optional(),
      taskId: z.string().optional(),
      /** The request names this target: a push token, a device id or a user id. */
      target: z.string().optional(),
      /** The same, in Huawei's word. */
      token: z.string().optional(),
      /** The request names at least so many targets. */
      minTokens: z.int().min(0).optional(),
    })
    .optional(),
  /** Lets so many matching requests pass first. Default 0. */
  skip: z.int().min(0).optional(),
  /** How often it is played. Default: without end. */
  times: z.int().min(1).optional(),
  /** How likely a matching request meets it. Default 1. */
  probability: z.number().min(0).max(1).optional(),
  action,
});

/** A fault as its author writes it. */
export type Fault = z.input<typeof faultSchema>;
/** A fault with every default filled in. */
export type CompleteFault = z.output<typeof faultSchema>;
export type FaultAction = CompleteFault['action'];

/** The faults that decide what becomes of a request. The others, `latency` and `clock`, go with any of them. */
export type FinalFault = Exclude<FaultAction, { readonly type: 'latency' | 'clock' }>;
/** The fault that answers with a code of the vendor's. */
export type CodeFault = Extract<FaultAction, { readonly type: 'code' }>;
