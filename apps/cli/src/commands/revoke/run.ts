import type { CommandRun, Invocation } from '../../command.ts';
import { connect } from '../../connection/connect.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { resolveSettings } from '../../settings/resolve-settings.ts';
import { painter } from '../../terminal/style.ts';
import { confirm } from './confirm.ts';
import { makePlan } from './make-plan.ts';
import { readInput } from './read-input.ts';
import { recall } from './recall.ts';
import { renderPlan } from './render-plan.ts';
import { readRevokeRequest } from './revoke-request.ts';

/** `unpush revoke`: read, plan, confirm, recall, report. */
export const run: CommandRun = async ({ terminal, flags }: Invocation): Promise<ExitCode> => {
  const request = readRevokeRequest(flags);
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
    const plan = makePlan({ request, settings, connection, input });
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
    await confirm(
      { notifyId: request.selector.notifyId, targets, given: request.confirm, mayAsk: request.mayAsk },
      terminal,
    );
    begun = true;
    return await recall({ request, settings, connection, input, plan, terminal, signal });
  } catch (error) {
    if (begun || !signal.aborted) throw error;
    terminal.stderr.write('Stopped before the recall began: nothing was sent.\n');
    return EXIT.stopped;
  } finally {
    endInterrupt();
  }
};
