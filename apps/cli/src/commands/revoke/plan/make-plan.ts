import { maskTarget } from '@unpush/core';
import type { OpenedInput } from '@unpush/recall/node';
import type { Connection } from '../../../connection/connect.ts';
import type { RecallInput } from '../../../input/open-recall-input.ts';
import type { Outputs } from '../../../ledger/kept-recall.ts';
import type { Neighbours } from '../../../ledger/neighbours.ts';
import type { Pace } from '../../../session/session.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import { formatPlural } from '../../../terminal/numbers.ts';
import type { VendorDoor } from '../../../vendors/vendor-door.ts';
import type { RevokeRequest } from '../revoke-request.ts';
import type { RecallWords } from '../../../vendors/words/recall-words.ts';
import { countRequests, type Plan } from './plan.ts';

/** All that a plan is made of. */
export interface Prepared {
  readonly request: RevokeRequest;
  readonly settings: Settings;
  readonly connection: Connection;
  readonly door: Pick<VendorDoor, 'notesOnAge'>;
  readonly words: RecallWords;
  readonly list: RecallInput;
  readonly pace: Pace;
  readonly outputs: Outputs;
  /** Where the recall is written down. */
  readonly ledger: string;
  readonly neighbours: Neighbours;
}

/** Says what the recall is going to do. */
export async function makePlan(prepared: Prepared): Promise<Plan> {
  const { request, settings, connection, list, pace, outputs, ledger, neighbours } = prepared;
  const { read, malformed, duplicate } = list.input.facts.totals;
  const toSend = read - malformed - duplicate;
  const { quota } = pace;
  const estimatedMs = quota === undefined ? undefined : Math.round((toSend / quota) * 1000);
  return {
    vendor: connection.vendor,
    ...(settings.app !== undefined && { app: settings.app }),
    selector: request.selector,
    ...(request.sentAt !== undefined && { sentAt: new Date(request.sentAt).toISOString() }),
    endpoint: connection.endpoint,
    ...(connection.proxy !== undefined && { proxy: connection.proxy }),
    ...(connection.ca !== undefined && { ca: connection.ca }),
    files: list.input.facts.files,
    targets: { read, malformed, duplicate, toSend },
    // A wrong column cannot be where there was no list
    ...(request.onlyTarget === undefined && (await exampleOf(list.input))),
    requests: countRequests(toSend, pace),
    ...pace,
    ...(estimatedMs !== undefined && { estimatedMs }),
    ...(outputs.report !== undefined && { report: outputs.report.path }),
    ...(outputs.evidence !== undefined && { evidence: outputs.evidence.path }),
    ledger,
    neighbours,
    notes: [...request.notes, ...notesOnAge(prepared, estimatedMs)],
  };
}

function notesOnAge(
  { request: { sentAt }, door }: Pick<Prepared, 'request' | 'door'>,
  neededMs: number | undefined,
): readonly string[] {
  if (sentAt === undefined) return [];
  return door.notesOnAge({ sentAt, now: Date.now(), ...(neededMs !== undefined && { neededMs }) });
}

async function exampleOf({ source }: OpenedInput): Promise<Pick<Plan, 'example'>> {
  for await (const { targets } of source.read()) {
    const [first] = targets.slice(0, 1).targets();
    if (first !== undefined)
      return { example: `${maskTarget(first)} (${formatPlural(first.length, 'character')})` };
  }
  return {};
}
