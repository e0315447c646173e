import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInput, type OpenedInput } from '@unpush/recall/node';
import type { Invocation } from '../../../command.ts';
import { SettingsError } from '../../../errors/settings-error.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import type { GatewayRun } from '../../../gateway/at-either.ts';
import type { AppAnswer } from '../../../gateway/client/api.ts';
import { openGateway, type Gateway } from '../../../gateway/client/open-gateway.ts';
import type { GatewayPlace } from '../../../gateway/place/find-gateway.ts';
import { watchToEnd } from '../../../gateway/watch/watch-to-end.ts';
import { exitCodeSoFar, hasEnded } from '../../../gateway/words/recall-of-answer.ts';
import { tellAnswer } from '../../../gateway/words/tell-answer.ts';
import { inputFiles } from '../../../input/input-request.ts';
import { checkOutputs, outputsOf } from '../../../output/output-flags.ts';
import { heedInterrupt, type Watch } from '../../../session/heed-interrupt.ts';
import { loadSignKey } from '../../../session/load-sign-key.ts';
import { painter } from '../../../terminal/style.ts';
import { columnsFor } from '../../../terminal/width.ts';
import { openDoorAtGateway } from './open-door.ts';
import { checkConfirmation, confirm } from '../../revoke/confirm.ts';
import { renderStart, type StartPlan } from './render-start.ts';
import { refuseOtherList } from './refuse-other-list.ts';
import { sendRecall } from './send-recall.ts';
import { readStartRequest, type StartRequest } from './start-request.ts';

/** `unpush recalls start`: read, plan, confirm, upload, watch. */
export const run: GatewayRun = (invocation, place) =>
  heedInterrupt(invocation.terminal, {
    stopped: 'Stopped before the recall began: nothing was sent.',
    work: (watch) => start(invocation, { place, watch }),
  });

async function start(
  { terminal, flags }: Invocation,
  { place, watch: { signal, onRead, onBegin } }: { readonly place: GatewayPlace; readonly watch: Watch },
): Promise<ExitCode> {
  await using gateway = await openGateway(place, terminal);
  const app = await appOf(gateway);
  const door = await openDoorAtGateway(app, { flags, gateway });
  const request = readStartRequest(flags, { door, settings: place.settings });
  if (request.watch && !app.scopes.includes('read')) {
    throw new SettingsError(
      `the key may begin recalls of ${app.name} at the gateway ${gateway.host}, but not read how they stand, so nobody could watch this one: nothing was sent; give --no-watch, or a key with the scope read`,
    );
  }
  checkConfirmation(request, terminal);
  const outputs = outputsOf(request, { cwd: terminal.cwd });
  if (!request.watch && (outputs.report ?? outputs.evidence) !== undefined) {
    throw new SettingsError(
      '--report and --evidence are written at the end, which --no-watch does not wait for: nothing was sent; leave one of them out',
    );
  }
  await checkOutputs(outputs, { nothingSent: true });
  if (outputs.evidence?.signKey !== undefined) await loadSignKey(outputs.evidence.signKey);
  onRead();
  terminal.stderr.write('Reading the targets…\n');
  await using list = await readList(request, { terminal, signal });
  const plan = planOf({ gateway, app, request, input: list.input });
  const look = { paint: painter(terminal.stderr, terminal.env), width: columnsFor(terminal.stderr) };
  terminal.stderr.write(renderStart(plan, { request, firstMalformed: list.input.firstMalformed, ...look }));
  if (request.dryRun) {
    if (request.json) terminal.stdout.write(`${JSON.stringify(plan)}\n`);
    terminal.stderr.write('Dry run: nothing was sent.\n');
    return EXIT.ok;
  }
  await confirm(plan, request, { terminal, signal });
  onBegin();
  const sent = await sendRecall({ gateway, request, source: list.input.source }, { terminal, signal });
  if (sent === undefined) return EXIT.stopped;
  const { recallId, answer: first } = sent;
  if (first === undefined) {
    terminal.stderr.write(
      `The list of recall ${recallId} is complete at the gateway, which goes on with it. The key may not read how it stands.\n`,
    );
    return EXIT.ok;
  }
  refuseOtherList(first, { gateway, plan });
  const isImperfect = plan.targets.malformed > 0;
  const { json } = request;
  if (!request.watch) await tellAnswer({ answer: first, gateway, json }, terminal);
  const exit = request.watch
    ? await watchToEnd({ gateway, first, outputs, json, signal }, { terminal })
    : exitCodeSoFar(first);
  // The gateway never saw what was left out here
  return exit === EXIT.ok && isImperfect && (request.watch || hasEnded(first)) ? EXIT.incomplete : exit;
}

async function appOf(gateway: Gateway): Promise<AppAnswer> {
  const apps = await gateway.apps();
  const found = apps.find(({ name }) => name === gateway.app);
  if (found !== undefined) return found;
  throw new SettingsError(
    `--app is ${JSON.stringify(gateway.app)}, but of the apps of the gateway ${gateway.host} this key may be used for ${apps.map(({ name }) => name).join(', ') || 'none'}: nothing was sent`,
  );
}

/** The list, and the place where standard input is kept until it is sent. */
interface List extends AsyncDisposable {
  readonly input: OpenedInput;
}

async function readList(
  request: StartRequest,
  { terminal, signal }: Pick<Invocation, 'terminal'> & Pick<Watch, 'signal'>,
): Promise<List> {
  const spoolDirectory = await mkdtemp(join(tmpdir(), 'unpush-'));
  const remove = (): Promise<void> => rm(spoolDirectory, { recursive: true, force: true });
  try {
    const { tokens, dedupe } = request;
    const { stdin } = terminal;
    const files = inputFiles(request);
    const input = await openInput({ files, tokens, dedupe, spoolDirectory, stdin, signal });
    return { input, [Symbol.asyncDispose]: () => remove() };
  } catch (error) {
    await remove();
    throw error;
  }
}

interface Planned {
  readonly gateway: Gateway;
  readonly app: AppAnswer;
  readonly request: StartRequest;
  readonly input: OpenedInput;
}

function planOf({ gateway, app, request, input }: Planned): StartPlan {
  const { read, malformed, duplicate } = input.source.totals;
  return {
    vendor: app.vendor,
    gateway: gateway.url,
    app: app.name,
    ...(app.vendorApp !== undefined && { vendorApp: app.vendorApp }),
    selector: request.selector,
    files: input.facts.files,
    targets: { read, malformed, duplicate, toSend: read - malformed - duplicate },
    choices: request.choices,
  };
}
