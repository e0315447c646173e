import type { CommandRun, Invocation } from '../../../command.ts';
import { connect } from '../../../connection/connect.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { reopenRecallInput } from '../../../input/open-recall-input.ts';
import { changeSettings, keepSettings, readKept, type KeptRecall } from '../../../ledger/kept-recall.ts';
import { findLedgers } from '../../../ledger/open-ledgers.ts';
import { checkOutputs } from '../../../output/output-flags.ts';
import { loadSignKey } from '../../../session/load-sign-key.ts';
import { paceOf } from '../../../session/pace.ts';
import { runSession } from '../../../session/run-session.ts';
import { heedInterrupt, type Watch } from '../../../session/heed-interrupt.ts';
import { languageOf } from '../../../terminal/language.ts';
import { painter } from '../../../terminal/style.ts';
import { columnsFor } from '../../../terminal/width.ts';
import { doorOfRecall } from '../../../vendors/open-door.ts';
import { wordsBy } from '../../../vendors/words/words-of.ts';
import { refuseForgotten } from '../refuse-forgotten.ts';
import { refuseToResume } from './refuse-to-resume.ts';
import { renderRestPlan, restPlanObject, toSendOf } from './render-rest-plan.ts';
import { restoreConnection } from './restore-connection.ts';
import { changeKept, readResumeRequest, refuseOfGateway } from './resume-request.ts';

/** `unpush recalls resume`: what was confirmed once goes on, without being asked for again. */
export const run: CommandRun = (invocation) =>
  heedInterrupt(invocation.terminal, {
    stopped: 'Stopped before the recall went on: nothing more was sent.',
    work: (watch) => resume(invocation, watch),
  });

async function resume(invocation: Invocation, { signal, onRead, onBegin }: Watch): Promise<ExitCode> {
  const { terminal, args, flags } = invocation;
  const { env, cwd, stderr } = terminal;
  refuseOfGateway(flags);
  const { retryUnknown, dryRun, json } = readResumeRequest(flags);
  const language = languageOf({ env });
  const opened = await findLedgers(invocation);
  const { commands, ledgers, directory } = opened;
  using reader = ledgers.read(args[0] ?? '');
  const { recallId, facts, spoolDirectory } = reader;
  refuseForgotten(reader, commands);
  const before = reader.summary();
  refuseToResume(before, { retryUnknown, commands });
  const earlier = readKept(recallId, reader.settings);
  const changed = changeKept(earlier, { flags, cwd });
  await checkOutputs(changed.outputs, { nothingSent: false });
  const signKeyPath = changed.outputs.evidence?.signKey;
  const signKey = signKeyPath === undefined ? undefined : await loadSignKey(signKeyPath);
  const door = await doorOfRecall(facts);
  const room = await door.connection();
  const { settings, ...route } = restoreConnection(
    { facts, kept: earlier, foundBy: opened.foundBy, door, room },
    terminal,
    flags,
  );
  const pace = paceOf(settings, door);
  // What the app needs is looked at before anybody counts on it, by a dry run too
  await room.openApp(settings, env);
  const look = { paint: painter(stderr, env), width: columnsFor(stderr) };
  const inDoubt = reader.inDoubt();
  const words = wordsBy(door, { ...facts, kept: keepSettings(settings).settings });
  // Without a word of its own, a push was sent before its recall was begun
  const left = { summary: before, inDoubt, retryUnknown };
  const notes = door.notesOnResume({
    sentAt: earlier.sentAt ?? facts.createdAt,
    now: Date.now(),
    isExact: earlier.sentAt !== undefined,
    ...(pace.quota !== undefined && { neededMs: (toSendOf(left) / pace.quota) * 1000 }),
  });
  const standing = { facts, words, ...left, notes };
  const plan = { ...standing, ...sentAtOf(earlier), pace, ledger: directory, ...route };
  stderr.write(renderRestPlan(plan, look));
  const { files } = earlier;
  const list = { recallId, facts: facts.input, files, spoolDirectory, signal };
  if (dryRun) {
    stderr.write('Reading the targets again…\n');
    await (await reopenRecallInput(list)).close();
    if (json) terminal.stdout.write(`${JSON.stringify(restPlanObject(plan))}\n`);
    stderr.write('Dry run: nothing more was sent.\n');
    return EXIT.ok;
  }

  onRead();
  using owned = ledgers.open(recallId);
  await using connection = await connect(settings, { door, flags, env });
  stderr.write('Reading the targets again…\n');
  await using input = await reopenRecallInput(list);
  signal.throwIfAborted();
  const kept = changeSettings(changed, settings);
  owned.saveSettings({ ...kept });
  onBegin();
  const selector = door.parseSelector(facts.selector);
  return await runSession({
    ...{ owned, opened, kept, selector, words, connection, input, pace, signKey, retryUnknown, before },
    ...{ json, language, terminal, signal },
  });
}

const sentAtOf = ({ sentAt }: KeptRecall): { readonly sentAt?: string } =>
  sentAt === undefined ? {} : { sentAt: new Date(sentAt).toISOString() };
