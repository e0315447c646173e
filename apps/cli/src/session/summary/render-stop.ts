import type { Language } from '@unpush/core';
import type { StopCause, StoppedBy } from '@unpush/recall';
import { DEFAULT_VENDOR } from '../../settings/defaults.ts';
import { formatDuration } from '../../terminal/numbers.ts';
import { printableLine } from '../../terminal/printable.ts';
import type { Painter } from '../../terminal/style.ts';
import type { RecallWords } from '../../vendors/words/recall-words.ts';
import { explainCode } from './explain-code.ts';
import { codeOfStop } from './may-be-wrong.ts';

const CAUSES: Readonly<Record<StopCause, string | ((words: RecallWords, by: StoppedBy) => string)>> = {
  refused: (_words, { code, httpStatus, failure }) => {
    if (failure === 'tls') return 'No secure connection to the vendor (TLS) came about: no answer came.';
    return code === undefined && httpStatus === undefined
      ? 'No answer came, in a way that no further request can mend.'
      : 'The vendor refused in a way that no further request can mend.';
  },
  credential: ({ vendor }) => vendor.refusedTwice,
  'nothing-accepted': ({ vendor, notification: { id, target, whole } }) => {
    if (whole !== undefined) return `The ${target.one} was refused: a wrong ${vendor.appId} or ${id.name}.`;
    return `Every target that was tried was refused: a wrong ${vendor.appId}, list or notification. If only the first ones are stale, --keep-going passes over them.`;
  },
  'wholly-refused':
    'Many requests in a row were refused for all of their targets. Check the list; --keep-going goes on all the same.',
  'no-answer': 'No usable answer came to the first targets.',
  unreachable: ({ vendor: { catalog } }) => {
    const whose = catalog === undefined || catalog === DEFAULT_VENDOR ? '' : ` --vendor ${catalog}`;
    return `The vendor cannot be reached. Check the endpoint and this network; \`unpush doctor${whose}\` looks at both.`;
  },
  'not-the-vendor': 'What answers is a web page, not the vendor: a proxy or a captive portal.',
  throttled: 'Flow control has let nothing through for too long.',
  interrupt: 'It was asked to stop.',
  error: 'An error ended it.',
};

/** Skews below this are no reason to look at the clock. */
const NOTABLE_SKEW_MS = 60_000;

/** How a stop is told. */
export interface StopOptions {
  readonly paint: Painter;
  readonly language: Language;
  readonly words: RecallWords;
}

/** Why a recall ended early, and what to do, for somebody tired. A vendor's words lose what could move the cursor. */
export function renderStop(stoppedBy: StoppedBy, { paint, language, words }: StopOptions): readonly string[] {
  const { cause, code, httpStatus, message, requestId, clockSkewMs = 0 } = stoppedBy;
  const known = explainCode({ code: codeOfStop(stoppedBy), words, language });
  const why = CAUSES[cause];
  const facts = [
    ...(code === undefined ? [] : [`code ${code}`]),
    ...(httpStatus === undefined ? [] : [`HTTP ${httpStatus}`]),
    ...(requestId === undefined ? [] : [`requestId ${requestId}`]),
  ].join(', ');
  const skew = `${formatDuration(Math.abs(clockSkewMs))} ${clockSkewMs > 0 ? 'behind' : 'ahead of'} the vendor's`;
  return [
    `${paint(['bold', 'yellow'], 'Ended early.')} ${typeof why === 'string' ? why : why(words, stoppedBy)}`,
    ...(message === undefined && facts === ''
      ? []
      : [`  ${printableLine([message, facts && `(${facts})`].filter(Boolean).join(' '))}`]),
    ...(Math.abs(clockSkewMs) >= NOTABLE_SKEW_MS
      ? [
          `  This machine's clock is ${skew}: set it right, for ${words.vendor.credential.one} is only good at its time.`,
        ]
      : []),
    ...(known === undefined ? [] : known.text.remedies.map((remedy) => `  - ${remedy}`)),
  ];
}
