import { explain, maskSecrets, type Vendor, type Verdict } from '@unpush/core';
import type { Finding } from '../../findings/finding.ts';
import { explainCommand } from '../words/explain-command.ts';

/** How the answer to a probe is told. */
export interface ProbeWords {
  readonly vendor: Vendor;
  /** What the probe tries, in running text: `credentials and client id`. */
  readonly tried: string;
  /**
   * What is said where they are refused, `Credentials or client id are refused`, and by which codes. Another code that
   * ends a recall is told by its own title.
   */
  readonly refused: { readonly words: string; readonly codes: ReadonlySet<string> };
  /** Whether the answer shows that they were looked at, and let pass. */
  readonly proves: (verdict: Verdict) => boolean;
}

/** What the answer to a revoke that can touch nobody says of the credentials. */
export function judgeProbe(verdict: Verdict, words: ProbeWords): Finding {
  const { code, httpStatus, message, failure } = verdict;
  if (failure !== undefined && httpStatus === undefined)
    return { status: 'fail', detail: message ?? failure };
  const found = describe(verdict);
  const command = explainCommand({ code: code ?? String(httpStatus), vendor: words.vendor });
  if (isRefused(verdict)) {
    return { status: 'fail', ...found, remedy: `${titleOf(verdict, words)}: ${command}` };
  }
  if (!words.proves(verdict)) {
    return {
      status: 'warn',
      ...found,
      remedy: `That proves nothing about the credentials. Try again; if it stays: ${command}`,
    };
  }
  return { status: 'ok', ...found, detail: `${words.tried} are accepted (${found.detail})` };
}

function titleOf({ code, httpStatus }: Verdict, { vendor, refused }: ProbeWords): string {
  if (code !== undefined && refused.codes.has(code)) return refused.words;
  const [known] = explain({ code: code ?? `HTTP ${httpStatus}`, vendor, language: 'en' });
  return known?.text.title ?? 'The vendor refuses the request';
}

function describe({ code, httpStatus, requestId, message }: Verdict): Pick<Finding, 'detail' | 'facts'> {
  const answer = [code, httpStatus === undefined ? undefined : `HTTP ${httpStatus}`]
    .filter((part) => part !== undefined)
    .join(', ');
  return {
    detail: `answered ${answer}${message === undefined ? '' : ` "${maskSecrets(message)}"`}`,
    facts: {
      ...(code !== undefined && { code }),
      ...(httpStatus !== undefined && { httpStatus }),
      ...(requestId !== undefined && { requestId }),
    },
  };
}

/** Nothing would become of a recall with this configuration. */
const isRefused = ({ advice, about }: Verdict): boolean =>
  about === 'credential' || about === 'permission' || advice === 'stop';
