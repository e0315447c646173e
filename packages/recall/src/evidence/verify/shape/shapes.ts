import type { EvidenceRecord } from '../../record.ts';
import type { SignatureRecord } from '../../signature.ts';
import {
  flag,
  hash,
  listOf,
  mapOf,
  object,
  oneOf,
  optional,
  spans,
  text,
  textOrNumber,
  time,
  wholeNumber,
  type Check,
} from './checks.ts';

const number = wholeNumber();
/** Who has asked for something, and why. */
const note = object({ by: text, reason: optional(text) });
const intakeTotals = { read: number, malformed: number, duplicate: number };

/** What each type of record holds. Further fields are let be: a later version may have some to tell. */
export const SHAPES: Readonly<Record<(EvidenceRecord | SignatureRecord)['type'], Check>> = {
  header: object({
    format: oneOf(1),
    at: time,
    recallId: text,
    vendor: text,
    app: text,
    selector: mapOf(textOrNumber),
    endpoint: text,
    input: object({
      files: listOf(
        object({
          path: text,
          format: text,
          column: optional(textOrNumber),
          field: optional(text),
          gzip: flag,
          bytes: number,
          digest: hash,
          ...intakeTotals,
        }),
      ),
      dedupe: flag,
      totals: object(intakeTotals),
    }),
    versions: mapOf(text),
    started: optional(note),
  }),
  session: object({
    at: time,
    lost: optional(listOf(object({ batch: wholeNumber(1), attempt: wholeNumber(1), targets: spans }))),
    reopened: optional(spans),
    askedBy: optional(note),
  }),
  reopened: object({ at: time, targets: spans }),
  verdict: object({
    batch: wholeNumber(1),
    parent: optional(wholeNumber(1)),
    attempt: wholeNumber(1),
    sentAt: time,
    answeredAt: time,
    targets: spans,
    digest: optional(hash),
    advice: text,
    about: text,
    code: optional(text),
    httpStatus: optional(number),
    requestId: optional(text),
    failure: optional(text),
    message: optional(text),
    accepted: optional(spans),
    notAccepted: optional(
      listOf(
        object({
          at: number,
          outcome: oneOf('rejected', 'unknown'),
          reason: optional(text),
          digest: optional(hash),
        }),
      ),
    ),
  }),
  end: object({
    at: time,
    state: text,
    stoppedBy: optional(object({ cause: text, askedBy: optional(note) })),
  }),
  seal: object({
    at: time,
    targets: object({
      ...intakeTotals,
      accepted: number,
      rejected: number,
      unknown: number,
      notAttempted: number,
    }),
    requests: object({ sent: number, retried: number, throttled: number }),
  }),
  signature: object({ alg: oneOf('Ed25519'), publicKey: text, signature: text }),
};
