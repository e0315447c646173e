import type { Command } from 'commander';
import type { CommandDefinition } from '../../command.ts';
import { addListFlags } from '../../flags/add-list-flags.ts';
import { addConnection, addSettings, addVendorFlags } from '../../settings/connection-options.ts';
import { DOORS } from '../../vendors/doors.ts';

/** `unpush revoke`: the main job. */
export const revoke: CommandDefinition = {
  name: 'revoke',
  describe: (command: Command) =>
    addSettings(
      addConnection(
        addListFlags(
          addVendorFlags(
            command.description('Take one notification back from a list of targets, however long.'),
            Object.values(DOORS).flatMap(({ selectorFlags }) => selectorFlags),
          ),
        ),
      ),
      ['quota', 'concurrency', 'batchSize', 'canary', 'ledger'],
    )
      .option(
        '--give-up-after <TIME>',
        'pause after so long under flow control without progress: 90s, 30m, 2h',
        '30m',
      )
      .configureOutput({ outputError: (text, write) => write(`${text}${elsewhere(text)}`) })
      .option('--keep-going', 'go on though batch after batch, or all of the first targets, are refused')
      .option('--again', 'begin though an unfinished recall of the same notification is there')
      .option('--dry-run', 'send nothing; print the plan')
      .option(
        '--confirm <ID>',
        'the notifyId, message id or task id once more, instead of typing it when asked',
      )
      .option('--no-input', 'never ask')
      .option('--json', 'print one JSON object at the end')
      .option('--report <FILE>', 'write a line (NDJSON) for each target that is not accepted')
      .option('--report-all', 'with --report: a line for each target')
      .option('--evidence <FILE>', 'write the evidence: a hash-chained record that `unpush verify` checks')
      .option('--sign-key <PEM>', 'with --evidence: an Ed25519 private key to sign it with')
      .addHelpText(
        'after',
        `
Examples:
  See what would happen, and send nothing:
    unpush revoke --service-account sa.json --client-id 104012345 --notify-id 3114932 --tokens export.csv.gz --dry-run
  Take it back, at 6,000 tokens a second, with a report:
    unpush revoke --app shop --notify-id 3114932 --tokens export.csv.gz --quota 6000 --report left.ndjson
  A simple or template push of mPaaS, from each user; then a broadcast, whole:
    unpush revoke --vendor mpaas --app-id ONEX570DA89211721 --workspace-id default --access-key-file ak.json \\
      --message-id 1578807462788 --targets users.txt
    unpush revoke --app bank --task-id 20842863

Every recall is written down as it goes: after Ctrl-C, a crash or a stop go on with: unpush recalls resume ID

Exit: 0 every target accepted; 2 bad usage or input, nothing sent; 3 finished, some target rejected, unknown or
malformed; 4 stopped or paused early.`,
      ),
  load: () => import('./run.ts'),
};

/** What another command has. */
const elsewhere = (complaint: string): string =>
  complaint.startsWith("error: unknown option '--gateway")
    ? 'This command sends from this machine. For a recall at a gateway: unpush recalls start --gateway URL …\n'
    : '';
