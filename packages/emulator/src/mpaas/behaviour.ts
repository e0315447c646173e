import * as z from 'zod';

const code = z.string().min(1);
const status = z.int().min(200).max(599);
const positive = z.number().positive();

/** How the emulator behaves where Alibaba Cloud's pages are silent; see the table in the README. */
export const behaviourSchema = z.strictObject({
  /** Which field of a push answer carries the code of a failure. No published sample shows one. */
  codePlacement: z.enum(['result-msg', 'result-message', 'result-code']),
  /** Whether that field holds the number (`3007`) or the name (`APPID_WRONG`). */
  codeForm: z.enum(['code', 'name']),
  /** The HTTP status of a failure that the service itself reports. */
  failureStatus: status,
  /** HTTP status by code, of the gateway's and of the service's. `{ "SignatureDoesNotMatch": 403 }` */
  httpStatus: z.record(z.string(), status),
  /** Whether a bad signature is the gateway's to refuse, or the service's: with -1 and 3033. */
  signatureErrors: z.enum(['gateway', 'service']),
  /** Whether a required parameter that is absent is the gateway's `Missing…`, or as good as an empty one. */
  missingParameters: z.enum(['gateway', 'service']),
  /** What a key without the right to call Message Push is told. */
  forbiddenCode: z.enum(['NoPermission', 'Forbidden.RAM']),
  /** How far the client's clock may be off, either way, in seconds. */
  clockSkewSeconds: positive,
  /** How long a nonce may not come again, in seconds. */
  nonceSeconds: positive,
  /** Whether a template or device operation must name the TenantId of an app that has one. */
  tenantId: z.enum(['optional', 'required']),
  /** Whether a push must have a TaskName. */
  taskName: z.enum(['optional', 'required']),
  /** The answer to a revoke of what was never sent; 100: taken, and counted. */
  unknownMessage: code,
  /** The answer to a revoke of what is older than `revokeDays`. */
  tooOld: code,
  /** For how many days a push can be revoked. Documented as 7. */
  revokeDays: positive,
  /** The answer to a message revoke of a task, or a task revoke of a message. */
  otherKind: code,
  /** The answer to a revoke of what was revoked already. */
  repeatedRevoke: code,
  /** What a revoke does on a channel whose row is not documented: self-built, Honor, FCM, HarmonyOS. */
  undocumentedChannels: z.enum(['overwrite', 'remove', 'ignore']),
  /** What stands in place of an overwritten notification. */
  revokedText: z.string().min(1),
  /** Whether a push to an id of no device is taken, as to an unbound user. */
  unknownPushTarget: z.enum(['accept', '3054']),
  /** The code of a batch push without targets; 3002 is what the console's batch file would bring. */
  emptyTargetList: z.enum(['3021', '3002']),
  /** The longest `ExpiredSeconds`. */
  maxExpiredSeconds: positive,
  /** The longest content, and the longest title, content and extension together, in bytes. */
  maxMessageBytes: positive,
  /** The longest description of a template, in characters. */
  maxTemplateDescription: positive,
  /** The `OsType`s that bind and report take. */
  osTypes: z.array(z.int()).min(1),
  /** What `PushResult.Data` says of a push: the id of its task, or nothing. */
  resultData: z.enum(['task-id', 'empty']),
  /** What stands between the `UniqueIds` of a cancellation. */
  uniqueIdSeparator: z.string().min(1),
  /** `system-error`: the service answers everything with 9000. */
  health: z.enum(['good', 'system-error']),
});

/** The settings, complete. */
export type MpaasBehaviour = z.output<typeof behaviourSchema>;
/** Settings for what the vendor leaves open, each of them optional. */
export type MpaasBehaviourOptions = Partial<MpaasBehaviour>;

/** How the emulator behaves unless it is told otherwise. */
export const DEFAULT_BEHAVIOUR: MpaasBehaviour = {
  codePlacement: 'result-msg',
  codeForm: 'code',
  failureStatus: 200,
  httpStatus: {},
  signatureErrors: 'gateway',
  missingParameters: 'gateway',
  forbiddenCode: 'NoPermission',
  clockSkewSeconds: 900,
  nonceSeconds: 900,
  tenantId: 'optional',
  taskName: 'optional',
  unknownMessage: '3028',
  tooOld: '3028',
  revokeDays: 7,
  otherKind: '3028',
  repeatedRevoke: '100',
  undocumentedChannels: 'overwrite',
  revokedText: 'Message revoked',
  unknownPushTarget: 'accept',
  emptyTargetList: '3021',
  maxExpiredSeconds: 30 * 86_400,
  maxMessageBytes: 2048,
  maxTemplateDescription: 200,
  osTypes: [1, 2, 7],
  resultData: 'task-id',
  uniqueIdSeparator: ',',
  health: 'good',
};
