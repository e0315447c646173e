import type { RecordedSummary, StopCause } from '@unpush/recall';
import { formatNoun } from '../../terminal/numbers.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { RecallWords } from '../../vendors/words/recall-words.ts';
import { explainCode } from './explain-code.ts';
import { codeOfStop, isWrongApp, mayBeWrong } from './may-be-wrong.ts';
import type { SummaryContext } from './summary-context.ts';

/** Causes that a person has to mend before it makes sense to go on. */
const TO_MEND: ReadonlySet<StopCause> = new Set<StopCause>([
  'refused',
  'credential',
  'nothing-accepted',
  'no-answer',
  'unreachable',
  'not-the-vendor',
  'error',
]);

/** The commands that go on with what is left, whole, to be pasted; or nothing where nothing is. */
export function renderRest(
  summary: RecordedSummary,
  context: Omit<SummaryContext, 'paint'>,
): readonly string[] {
  const { commands, written, width, words } = context;
  if (commands === undefined) return [];
  const { recallId, state, targets, stoppedBy } = summary;
  const { notAttempted, unknown } = targets;
  const { target } = words.notification;
  const unknownOnes = formatNoun(unknown, { one: `unknown ${target.one}`, many: `unknown ${target.many}` });
  const mayGoOn = state !== 'running' && state !== 'finished';
  const mend = stoppedBy !== undefined && TO_MEND.has(stoppedBy.cause) ? 'Once that is mended, go' : 'Go';
  const say = (words: string): string => wrap(words, { width, rest: '  ' });
  const anew = mayGoOn && mayBeWrong(summary) ? renderAnew({ words, anew: commands.anew }, say) : [];
  // Where the vendor names the app itself as wrong, going on is the less likely way
  const isAnewFirst = isWrongApp(summary, words.vendor);
  return [
    ...(isAnewFirst ? anew : []),
    ...(mayGoOn
      ? [
          say(`${mend} on with what is left (${formatNoun(notAttempted, target)} not attempted):`),
          `  ${commands.resume(recallId)}`,
          ...(commands.takesCredentials ? renderFlags(summary, context).map(say) : []),
        ]
      : []),
    ...(mayGoOn && unknown > 0
      ? [say(`Of the ${unknownOnes} it sends again what was cut off; with --retry-unknown, all.`)]
      : []),
    ...(state === 'finished' && unknown > 0
      ? [say(`Try the ${unknownOnes} again:`), `  ${commands.retryUnknown(recallId)}`]
      : []),
    ...(isAnewFirst ? [] : anew),
    ...(isMissing(written?.report)
      ? [
          say('The report could not be written. Have it written elsewhere:'),
          `  ${commands.report(recallId, written?.report)}`,
        ]
      : []),
    ...(isMissing(written?.evidence)
      ? [
          say('The evidence could not be written. Have it written elsewhere:'),
          `  ${commands.evidence(recallId)}`,
        ]
      : []),
  ];
}

const isMissing = (output: { readonly lines?: number } | undefined): boolean =>
  output !== undefined && output.lines === undefined;

/** How to begin anew, since going on keeps what may be wrong. */
function renderAnew(
  { words: { vendor, notification }, anew }: { readonly words: RecallWords; readonly anew: string },
  say: (words: string) => string,
): readonly string[] {
  const list = notification.whole === undefined ? ' the list,' : '';
  return [
    say(
      `Going on keeps the ${vendor.keptOfApp ?? vendor.appId},${list} the notification and the endpoint. If one of them was wrong, begin a new recall with the right one, beside this one:`,
    ),
    `  ${anew}`,
  ];
}

/** What can be given to the command that goes on, in place of what was refused. */
function renderFlags(
  { stoppedBy }: RecordedSummary,
  { words, language }: Pick<SummaryContext, 'words' | 'language'>,
): readonly string[] {
  if (stoppedBy === undefined) return [];
  const { cause, failure } = stoppedBy;
  if (failure === 'tls') return ['To trust a certificate authority of your own, add --ca FILE to it.'];
  const { credentialFlag, wrongApp = [] } = words.vendor;
  const code = codeOfStop(stoppedBy);
  const isOfCredential =
    cause === 'credential' ||
    (cause === 'refused' &&
      !wrongApp.includes(code) &&
      explainCode({ code, words, language })?.entry.about === 'credential');
  return isOfCredential && credentialFlag !== undefined
    ? [`To go on with another credential, add ${credentialFlag} to it.`]
    : [];
}
