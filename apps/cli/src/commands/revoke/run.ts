import { resolve } from 'node:path';
import type { CommandRun, Invocation } from '../../command.ts';
import { connect } from '../../connection/connect.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { resolveSettings } from '../../settings/resolve-settings.ts';
import { languageOf } from '../../terminal/language.ts';
import { painter } from '../../terminal/style.ts';
import { askForNotifyId, checkConfirmation } from './confirm.ts';
import { makePlan } from './plan/make-plan.ts';
import { readInput } from './read-input.ts';
import { recall } from './recall.ts';
import { renderPlan } from './plan/render-plan.ts';
import { checkReportPlace } from './report/report-place.ts';
import { readRevokeRequest } from './revoke-request.ts';

/** `unpush revoke`: read, plan, confirm, recall, report. What can be wrong is looked at before what takes long. */
export const run: CommandRun = async ({ terminal, flags }: Invocation): Promise<ExitCode> => {
  const request = readRevokeRequest(flags);
  const language = languageOf({ env: terminal.env });
  checkConfirmation(request, terminal);
  if (request.report !== undefined) await checkReportPlace(resolve(terminal.cwd, request.report));
  const settings = await resolveSettings({ flags, env: terminal.env, cwd: terminal.cwd });
  const interrupt = new AbortController();
  const { signal } = interrupt;
  const endInterrupt = terminal.onInterrupt(() => {
    interrupt.abort(new Error('interrupted'));
  });
  let begun = false;
  try {
    await using connection = await connect(settings, { flags, env: terminal.env });
    terminal.stderr.write('Reading the targets…\n');
    await using input = await readInput(request, { terminal, signal });
    const plan = await makePlan({ request, settings, connection, input });
    terminal.stderr.write(renderPlan(plan, input.firstMalformed, painter(terminal.stderr, terminal.env)));
    if (request.dryRun) {
      if (request.json) terminal.stdout.write(`${JSON.stringify(plan)}\n`);
      terminal.stderr.write('Dry run: nothing was sent.\n');
      return EXIT.ok;
    }
    const targets = plan.targets.toSend;
    if (targets === 0) {
      throw new SettingsError(
        'there is no target to send to: nothing was sent; check the list and its column',
      );
    }
    if (request.confirm === undefined) {
      await askForNotifyId({ notifyId: request.selector.notifyId, targets, signal }, terminal);
    }
    signal.throwIfAborted();
    begun = true;
    return await recall({ request, settings, connection, input, plan, language, terminal, signal });
  } catch (error) {
    if (begun || !signal.aborted) throw error;
    terminal.stderr.write('Stopped before the recall began: nothing was sent.\n');
    return EXIT.stopped;
  } finally {
    endInterrupt();
  }
};
