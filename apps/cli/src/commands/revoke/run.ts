import type { CommandRun, Invocation } from '../../command.ts';
import { connect, type Connection } from '../../connection/connect.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { findNeighbours, refuseSecond, type Neighbours } from '../../ledger/neighbours.ts';
import { keepSettings } from '../../ledger/kept-recall.ts';
import { ledgersOf, type OpenedLedgers } from '../../ledger/open-ledgers.ts';
import { reserveRecall } from '../../ledger/reserve-recall.ts';
import { readRecallInput } from '../../input/open-recall-input.ts';
import { checkOutputs, outputsOf } from '../../output/output-flags.ts';
import { loadSignKey } from '../../session/load-sign-key.ts';
import { paceOf } from '../../session/pace.ts';
import { resolveSettings } from '../../settings/resolve-settings.ts';
import { heedInterrupt, type Watch } from '../../session/heed-interrupt.ts';
import { languageOf } from '../../terminal/language.ts';
import { painter } from '../../terminal/style.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { columnsFor } from '../../terminal/width.ts';
import { openDoor } from '../../vendors/open-door.ts';
import { wordsBy } from '../../vendors/words/words-of.ts';
import { beginRecall } from './begin-recall.ts';
import { checkConfirmation, confirm } from './confirm.ts';
import { makePlan } from './plan/make-plan.ts';
import { planObject, type Plan } from './plan/plan.ts';
import { renderPlan, type PlanLook } from './plan/render-plan.ts';
import { readRevokeRequest, type RevokeRequest } from './revoke-request.ts';

/** `unpush revoke`: read, plan, confirm, recall, report. What can be wrong is looked at before what takes long. */
export const run: CommandRun = (invocation) =>
  heedInterrupt(invocation.terminal, {
    stopped: 'Stopped before the recall began: nothing was sent.',
    work: (watch) => revoke(invocation, watch),
  });

async function revoke(invocation: Invocation, watch: Watch): Promise<ExitCode> {
  const { terminal, flags } = invocation;
  const { env, cwd } = terminal;
  const { signal, onRead, onBegin } = watch;
  const settings = await resolveSettings({ flags, env, cwd });
  const door = await openDoor(settings, flags);
  const request = readRevokeRequest(flags, door);
  const language = languageOf({ env });
  checkConfirmation(request, terminal);
  const outputs = outputsOf(request, { cwd });
  await checkOutputs(outputs, { nothingSent: true });
  const signKeyPath = outputs.evidence?.signKey;
  const signKey = signKeyPath === undefined ? undefined : await loadSignKey(signKeyPath);
  onRead();
  await using connection = await connect(settings, { door, flags, env });
  const pace = paceOf(settings, door);
  const opened = ledgersOf(settings, env);
  using reservation = reserveRecall(opened);
  const neighbours = neighboursOf(request, { opened, connection });

  terminal.stderr.write('Reading the targets…\n');
  const { spoolDirectory } = reservation;
  const list = await readRecallInput(request, { stdin: terminal.stdin, cwd, signal, spoolDirectory });
  await using input = list.input;
  const words = wordsBy(door, {
    app: connection.app,
    selector: request.selector,
    kept: keepSettings(settings).settings,
  });
  const prepared = { request, settings, connection, door, words, list, pace, outputs };
  const plan = await makePlan({ ...prepared, ledger: opened.directory, neighbours });
  show(plan, { words, firstMalformed: input.firstMalformed, again: request.again }, terminal);
  if (request.dryRun) {
    if (request.json) terminal.stdout.write(`${JSON.stringify(planObject(plan, words))}\n`);
    terminal.stderr.write('Dry run: nothing was sent.\n');
    return EXIT.ok;
  }
  await confirm(plan, request, { terminal, signal });
  onBegin();
  return await beginRecall({ ...prepared, reservation, opened, signKey, language, terminal, signal });
}

interface Found {
  readonly opened: OpenedLedgers;
  readonly connection: Connection;
}

/** Other recalls of the app; one that stands in the way is refused here, before a long list is read. */
function neighboursOf({ selector, again, dryRun }: RevokeRequest, { opened, connection }: Found): Neighbours {
  const neighbours = findNeighbours(opened.ledgers, {
    vendor: connection.vendor,
    app: connection.app,
    selector,
  });
  if (!again && !dryRun)
    refuseSecond(neighbours, { endpoint: connection.endpoint, commands: opened.commands });
  return neighbours;
}

type Shown = Pick<PlanLook, 'words' | 'firstMalformed' | 'again'>;

function show(plan: Plan, shown: Shown, { stderr, env }: Terminal): void {
  const look = { paint: painter(stderr, env), width: columnsFor(stderr) };
  stderr.write(renderPlan(plan, { ...shown, ...look }));
}
