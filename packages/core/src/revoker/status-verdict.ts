import type { Vendor } from '../catalog/entry.ts';
import { lookUpHttp } from '../catalog/lookup.ts';
import type { About, Advice } from './advice.ts';
import type { RawAnswer } from './raw-answer.ts';
import { NONE_REJECTED, type Failure, type Verdict } from './verdict.ts';

/** An answer whose body holds no code that the catalog knows. */
export interface UnknownAnswer {
  readonly vendor: Vendor;
  readonly answer: RawAnswer;
  /** What could be read of the body, if anything. */
  readonly body?: { readonly code?: string; readonly message?: string; readonly requestId?: string };
}

/** The verdict where only the HTTP status speaks. */
export function verdictOfStatus({ vendor, answer, body }: UnknownAnswer): Verdict {
  const { status } = answer;
  const failure = body?.code === undefined ? unreadable(answer) : undefined;
  const { advice, about } = decide({ vendor, status, hasCode: body?.code !== undefined });
  return {
    advice,
    about,
    httpStatus: status,
    rejected: NONE_REJECTED,
    mayHaveBeenReceived: advice === 'retry' && about !== 'quota',
    ...(body?.code !== undefined && { code: body.code }),
    ...(body?.message !== undefined && { message: body.message }),
    ...(body?.requestId !== undefined && { requestId: body.requestId }),
    ...(failure !== undefined && { failure }),
  };
}

interface Status {
  readonly vendor: Vendor;
  readonly status: number;
  readonly hasCode: boolean;
}

function decide({ vendor, status, hasCode }: Status): { advice: Advice; about: About } {
  const success = status >= 200 && status < 300;
  // It may have been done: only an answer that says so is "accepted", so it is asked again
  if (success && !hasCode) return { advice: 'retry', about: 'vendor-fault' };
  // A code that nobody knows stops three million targets for one odd batch if it means `stop`
  if (success || (status === 400 && hasCode)) return { advice: 'fix', about: 'unknown' };
  const entry = lookUpHttp({ vendor, status });
  if (entry !== undefined) return { advice: entry.advice, about: entry.about };
  if (status >= 500) return { advice: 'retry', about: 'vendor-fault' };
  return { advice: 'fix', about: 'unknown' };
}

function unreadable({ contentType = '', body }: RawAnswer): Failure {
  return contentType.includes('html') || /^\s*</.test(body) ? 'html' : 'unreadable';
}
