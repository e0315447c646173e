import { describeSelector } from '../../ledger/describe-facts.ts';
import { formatCount, formatNoun } from '../../terminal/numbers.ts';
import { printableLine } from '../../terminal/printable.ts';
import { renderRows, type Row } from '../../terminal/render-rows.ts';
import type { Painter } from '../../terminal/style.ts';
import { whenOf } from '../../terminal/when.ts';
import type { RecallWords } from '../../vendors/words/recall-words.ts';
import type { RecallAnswer } from '../client/api.ts';

/** A recall that is shown, and where it is. */
export interface ShownAnswer {
  readonly answer: RecallAnswer;
  readonly url: string;
  readonly words: RecallWords;
}

/** What a recall at a gateway is about, and who has asked what of it, as a person reads it. */
export function renderAnswerFacts(
  { answer, url, words }: ShownAnswer,
  look: { readonly paint: Painter; readonly width: number },
): string {
  const { selector, endpoint, app, createdAt, forgotten, error, audit } = answer;
  const rows: readonly Row[] = [
    ['notification', describeSelector(selector)],
    ['app', `${app} (${words.app.text})`],
    ['endpoint', endpoint],
    ['gateway', url],
    ['begun', whenOf(Date.parse(createdAt))],
    ...stateRows(answer),
    ...audit.map(({ at, action, by, reason }): Row => {
      const why = reason === undefined ? '' : `: ${reason}`;
      return [ACTIONS[action], `${whenOf(Date.parse(at))} by ${by}${why}`];
    }),
    ...(error === undefined
      ? []
      : [['error', `${error.message} (${whenOf(Date.parse(error.at))})`] as const]),
    ...(forgotten ? [['forgotten', 'its targets were deleted; it cannot be resumed'] as const] : []),
  ];
  return renderRows(
    rows.map(([label, text]): Row => [label, printableLine(text)]),
    look,
  );
}

const ACTIONS: Readonly<Record<RecallAnswer['audit'][number]['action'], string>> = {
  start: 'started',
  'continue-upload': 'list gone on',
  stop: 'stop asked',
  resume: 'resumed',
  forget: 'forgotten',
};

function stateRows({ state, upload, targets }: RecallAnswer): readonly Row[] {
  if (state === 'waiting') return [['state', 'waiting: the gateway takes it up by itself']];
  if (state !== 'uploading') return [];
  const by = upload?.underWay === true ? 'and somebody uploads it now' : 'and nobody uploads it now';
  const entries = formatNoun(targets.read, { one: 'entry', many: 'entries' });
  return [
    [
      'state',
      `uploading: ${formatCount(upload?.offset ?? 0)} bytes of its list are there (${entries}), ${by}; nothing was sent to the vendor`,
    ],
  ];
}
