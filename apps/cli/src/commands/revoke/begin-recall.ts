import type { KeyObject } from 'node:crypto';
import type { Language } from '@unpush/core';
import type { RecallFacts } from '@unpush/recall';
import type { Reservation } from '@unpush/recall/node';
import type { ExitCode } from '../../exit-codes.ts';
import { keepSettings, type KeptRecall } from '../../ledger/kept-recall.ts';
import type { OpenedLedgers } from '../../ledger/open-ledgers.ts';
import { createRecall } from '../../ledger/reserve-recall.ts';
import { runSession } from '../../session/run-session.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { VERSION } from '../../version.ts';
import type { Prepared } from './plan/make-plan.ts';

/** A recall that has been confirmed. */
export interface Confirmed extends Omit<Prepared, 'ledger' | 'neighbours'> {
  readonly reservation: Reservation;
  readonly opened: OpenedLedgers;
  readonly signKey: KeyObject | undefined;
  readonly language: Language;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Writes the recall down, and works on it. */
export async function beginRecall(confirmed: Confirmed): Promise<ExitCode> {
  const { request, reservation, opened, list, terminal } = confirmed;
  const kept = keptOf(confirmed);
  using owned = createRecall(opened, {
    reservation,
    recall: { facts: factsOf(confirmed), settings: { ...kept }, again: request.again },
  });
  terminal.stderr.write(`Recall ${owned.recallId}\n`);
  return await runSession({
    ...confirmed,
    owned,
    kept,
    selector: request.selector,
    input: list.input,
    retryUnknown: false,
    json: request.json,
  });
}

function factsOf({ request, reservation, connection, list }: Confirmed): RecallFacts {
  return {
    recallId: reservation.recallId,
    vendor: connection.vendor,
    app: connection.app,
    selector: request.selector,
    endpoint: connection.endpoint,
    input: list.input.facts,
    versions: { unpush: VERSION, node: process.versions.node },
    createdAt: Date.now(),
  };
}

function keptOf({ request, settings, list, outputs }: Confirmed): KeptRecall {
  return {
    format: 1,
    ...keepSettings(settings),
    files: list.files,
    giveUpAfterMs: request.giveUpAfterMs,
    keepGoing: request.keepGoing,
    outputs,
    ...(request.sentAt !== undefined && { sentAt: request.sentAt }),
  };
}
