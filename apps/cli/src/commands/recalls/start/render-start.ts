import { describeFile, describeSelector } from '../../../ledger/describe-facts.ts';
import type { FileFacts, Malformed } from '@unpush/recall';
import { formatCount, formatNoun } from '../../../terminal/numbers.ts';
import { renderRows, type Row } from '../../../terminal/render-rows.ts';
import { renderWarning } from '../../../terminal/render-warning.ts';
import type { Painter } from '../../../terminal/style.ts';
import { describeMalformed } from '../../revoke/plan/describe-malformed.ts';
import { isMostlyMalformed, type Plan } from '../../revoke/plan/plan.ts';
import type { StartRequest } from './start-request.ts';

/** What is about to be begun at a gateway. */
export interface StartPlan {
  readonly gateway: string;
  readonly app: string;
  /** The app in the vendor's words, where the gateway tells it. */
  readonly vendorApp?: string;
  readonly vendor: string;
  readonly selector: StartRequest['selector'];
  readonly files: readonly FileFacts[];
  readonly targets: Plan['targets'];
  readonly choices: StartRequest['choices'];
}

/** The plan as a person reads it. What the gateway knows alone (its pace, other recalls) is not in it. */
export function renderStart(
  plan: StartPlan,
  {
    request: { notification, notes },
    firstMalformed,
    ...look
  }: {
    readonly request: StartRequest;
    readonly firstMalformed: readonly Malformed[];
    readonly paint: Painter;
    readonly width: number;
  },
): string {
  const { gateway, app, vendorApp, selector, files, targets, choices } = plan;
  const { target, whole } = notification;
  const left = targets.duplicate > 0 ? ` (left out: ${formatCount(targets.duplicate)} duplicate)` : '';
  const rows: readonly Row[] = [
    ['notification', describeSelector(selector)],
    ['gateway', gateway],
    ['app', vendorApp === undefined ? app : `${app} (${vendorApp})`],
    ...(whole === undefined
      ? [
          ...files.map((file): Row => ['from', describeFile(file, target)]),
          ['targets', `${formatNoun(targets.toSend, target)}${left}`] as const,
        ]
      : []),
    ...(targets.malformed > 0
      ? [['malformed', describeMalformed(targets.malformed, firstMalformed)] as const]
      : []),
    ...(choices.reason === undefined ? [] : [['reason', choices.reason] as const]),
  ];
  const warnings = [
    ...notes,
    ...(isMostlyMalformed(plan) ? ['most of the list is malformed: is it the right file, or column?'] : []),
  ];
  return [
    `${look.paint('bold', 'A recall at a gateway')}\n`,
    renderRows(rows, look),
    ...warnings.map((note) => renderWarning(note, look)),
  ].join('');
}
