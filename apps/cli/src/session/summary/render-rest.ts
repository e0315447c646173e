import type { RecordedSummary, StopCause } from '@unpush/recall';
import { formatNoun } from '../../terminal/numbers.ts';
import { wrap } from '../../terminal/wrap.ts';
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
  { commands, written, width, words }: Pick<SummaryContext, 'commands' | 'written' | 'width' | 'words'>,
): readonly string[] {
  if (commands === undefined) return [];
  const { recallId, state, targets, stoppedBy } = summary;
  const { notAttempted, unknown } = targets;
  const { target } = words.notification;
  const unknownOnes = formatNoun(unknown, { one: `unknown ${target.one}`, many: `unknown ${target.many}` });
  const mayGoOn = state !== 'running' && state !== 'finished';
  const mend = stoppedBy !== undefined && TO_MEND.has(stoppedBy.cause) ? 'Once that is mended, go' : 'Go';
  const isDoubtful = mayGoOn && mayBeWrong(summary);
  const say = (words: string): string => wrap(words, { width, rest: '  ' });
  return [
    ...(mayGoOn
      ? [
          say(`${mend} on with what is left (${formatNoun(notAttempted, target)} not attempted):`),
          `  ${commands.resume(recallId)}`,
        ]
      : []),
    ...(mayGoOn && unknown > 0
      ? [say(`Of the ${unknownOnes} it sends again what was cut off; with --retry-unknown, all.`)]
      : []),
    ...(state === 'finished' && unknown > 0
      ? [say(`Try the ${unknownOnes} again:`), `  ${commands.retryUnknown(recallId)}`]
      : []),
    ...(isDoubtful
      ? [
          say(
            `Going on keeps the ${words.vendor.appId}, the list, the notification and the endpoint. If one of them was wrong, begin a new recall with the right one, beside this one:`,
          ),
          '  unpush revoke … --again',
        ]
      : []),
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

/** Whether what was confirmed may be wrong itself: resuming would only try the same again. */
function mayBeWrong({ stoppedBy, targets }: RecordedSummary): boolean {
  switch (stoppedBy?.cause) {
    case 'nothing-accepted':
    case 'not-the-vendor':
      return true;
    case 'unreachable':
      return targets.accepted === 0;
    default:
      return false;
  }
}
