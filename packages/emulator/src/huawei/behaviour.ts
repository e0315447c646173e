import * as z from 'zod';

/** How the emulator behaves where the vendor's pages are silent; see the table in the README. */
export const behaviourSchema = z.strictObject({
  /**
   * Some tokens are unknown, the others are good. `partial`: the others are acted on and the answer is
   * `partialCode`. `accept`: the same, and the answer is a success. `refuse`: nothing is acted on, and the
   * answer is 80300007.
   */
  unknownTokens: z.enum(['partial', 'accept', 'refuse']),
  /** The code of a revoke's partial success. The revoke page lists 80100020, the send page 80100000. */
  partialCode: z.enum(['80100020', '80100000']),
  /** Whether a revoke names refused tokens as JSON inside `msg`, as messages:send does, or sends the bare text. */
  illegalTokens: z.enum(['json', 'text']),
  /** The reason under which `illegalTokens` lists unknown tokens. */
  illegalTokenReason: z.string().min(1),
  /** The code when not one of the tokens shows the notification: never sent, replaced, revoked or clicked. */
  nothingToRevoke: z.string().min(1),
  /** Whether a revoke of one push type takes back a notification that was sent as another. */
  otherPushType: z.enum(['revoke', 'ignore']),
  /** The vendor's example says `Success`, its table of codes `Success.`. */
  successMessage: z.string(),
  /** How `code` is written. Documented as a string; clients in the wild expect a number. */
  codeType: z.enum(['string', 'number']),
  /** HTTP status by code, over the default of 200, 400, 401 and 500. `{ "80300007": 200 }` */
  httpStatus: z.record(z.string(), z.int().min(200).max(599)),
  /** How far the client's clock may run ahead, and how long a JWT is good after its end. In seconds. */
  clockSkewSeconds: z.number().min(0),
});

/** The settings, complete. */
export type HuaweiBehaviour = z.output<typeof behaviourSchema>;
/** Settings for what the vendor leaves open, each of them optional. */
export type HuaweiBehaviourOptions = Partial<HuaweiBehaviour>;

/** How the emulator behaves unless it is told otherwise. */
export const DEFAULT_BEHAVIOUR: HuaweiBehaviour = {
  unknownTokens: 'partial',
  partialCode: '80100020',
  illegalTokens: 'json',
  illegalTokenReason: 'tokenFormatError',
  nothingToRevoke: '80000000',
  otherPushType: 'revoke',
  successMessage: 'Success',
  codeType: 'string',
  httpStatus: {},
  clockSkewSeconds: 0,
};
