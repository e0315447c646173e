import type { Invocation } from '../../command.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Outputs } from '../../ledger/kept-recall.ts';
import { renderError } from '../../errors/render-error.ts';
import { exitCodeOf } from '../../session/summary/exit-code.ts';
import type { RecallAnswer } from '../client/api.ts';
import type { Gateway } from '../client/open-gateway.ts';
import { GatewayError } from '../gateway-error.ts';
import { writeAnswerOutputs } from '../outputs/write-outputs.ts';
import { summaryOf } from '../words/recall-of-answer.ts';
import { tellAnswer } from '../words/tell-answer.ts';
import { followRecall } from './follow-recall.ts';

/** A recall that is under way at a gateway, and what is asked of this command beside watching it. */
export interface ToWatch {
  readonly gateway: Gateway;
  readonly first: RecallAnswer;
  readonly outputs: Outputs;
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/** Watches a recall to its end, writes the files that were asked for, and tells what it has come to. */
export async function watchToEnd(
  { gateway, first, outputs, json, signal }: ToWatch,
  { terminal }: Pick<Invocation, 'terminal'>,
): Promise<ExitCode> {
  let answer: RecallAnswer;
  try {
    answer = await followRecall(gateway, first, { terminal, signal });
  } catch (error) {
    if (!signal.aborted && !GatewayError.isInstance(error)) throw error;
    const { recallId } = first;
    if (!signal.aborted) renderError(error, terminal);
    if (isGone(error)) return EXIT.stopped;
    terminal.stderr.write(
      `Recall ${recallId} goes on at the gateway; nobody here watches it any more.\n` +
        `Watch it again: ${gateway.commands.watch(recallId)}\nStop it:        ${gateway.commands.stop(recallId)}\n`,
    );
    return EXIT.stopped;
  }
  const { written, errors } = await writeAnswerOutputs(gateway, { answer, outputs, terminal });
  await tellAnswer({ answer, gateway, json, written }, terminal);
  if (errors.length === 0) return exitCodeOf(summaryOf(answer));
  const exits = errors.map((error) => renderError(error, terminal));
  return exits.includes(EXIT.bug) ? EXIT.bug : EXIT.stopped;
}

const isGone = (error: unknown): boolean =>
  GatewayError.isInstance(error) && error.facts.kind === 'recall-not-found';
