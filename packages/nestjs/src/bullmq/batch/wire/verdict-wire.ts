import { NONE_REJECTED, type Batch, type Rejected, type Verdict } from '@unpush/core';
import * as z from 'zod';

/**
 * A verdict as it stands in Redis: no target in it. Those that were named as refused are told by their index in the
 * batch, those of one reason together.
 */
export type VerdictWire = Omit<Verdict, 'rejected'> & { readonly rejected?: RejectedWire };

type RejectedWire = string | readonly (readonly [reason: string, indices: readonly number[]])[];

const ADVICE = ['done', 'retry', 'renew', 'split', 'shrink', 'reject', 'fix', 'stop'] as const;
const ABOUT = [
  'success',
  'request',
  'credential',
  'permission',
  'target',
  'quota',
  'vendor-fault',
  'unknown',
] as const;
const FAILURES = [
  'dns',
  'refused',
  'tls',
  'connect-timeout',
  'timeout',
  'reset',
  'cut',
  'html',
  'unreadable',
  'aborted',
] as const;

/** What a verdict looks like in Redis. */
export const verdictWire: z.ZodType<VerdictWire> = z.object({
  advice: z.enum(ADVICE),
  about: z.enum(ABOUT),
  code: z.string().exactOptional(),
  message: z.string().exactOptional(),
  httpStatus: z.number().exactOptional(),
  requestId: z.string().exactOptional(),
  rejected: z
    .union([
      z.string(),
      z.array(z.tuple([z.string(), z.array(z.int().min(0)).readonly()]).readonly()).readonly(),
    ])
    .exactOptional(),
  retryAfterMs: z.number().exactOptional(),
  allowedTargets: z.number().exactOptional(),
  mayHaveBeenReceived: z.boolean(),
  credentialId: z.string().exactOptional(),
  failure: z.enum(FAILURES).exactOptional(),
  clockSkewMs: z.number().exactOptional(),
});

/** Puts a verdict on a batch into JSON. */
export function toWire({ rejected, ...rest }: Verdict, batch: Batch): VerdictWire {
  if ('wholeBatch' in rejected) return { ...rest, rejected: rejected.wholeBatch };
  if (rejected.size === 0) return rest;
  const byReason = new Map<string, number[]>();
  batch.targets().forEach((target, index) => {
    const reason = rejected.get(target);
    if (reason === undefined) return;
    const indices = byReason.get(reason);
    if (indices === undefined) byReason.set(reason, [index]);
    else indices.push(index);
  });
  // Where it names none of ours nobody is named, as far as anybody here can tell
  return byReason.size === 0 ? rest : { ...rest, rejected: [...byReason] };
}

/** The verdict again, on the same batch. */
export function fromWire({ rejected, ...rest }: VerdictWire, batch: Batch): Verdict {
  return { ...rest, rejected: rejectedOf(rejected, batch) };
}

function rejectedOf(rejected: RejectedWire | undefined, batch: Batch): Rejected {
  if (rejected === undefined) return NONE_REJECTED;
  if (typeof rejected === 'string') return { wholeBatch: rejected };
  const targets = batch.targets();
  const named = new Map<string, string>();
  for (const [reason, indices] of rejected) {
    for (const index of indices) {
      const target = targets[index];
      if (target !== undefined) named.set(target, reason);
    }
  }
  return named;
}
