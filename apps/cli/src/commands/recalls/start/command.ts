import type { RunnableCommand } from '../../../command.ts';
import { addListFlags } from '../../../flags/add-list-flags.ts';
import { atGateway } from '../../../gateway/at-either.ts';
import { addSettings, addVendorFlags } from '../../../settings/connection-options.ts';
import { DOORS } from '../../../vendors/doors.ts';
import { addGateway } from '../recall-argument.ts';

/** `unpush recalls start`. */
export const start: RunnableCommand = {
  name: 'start',
  describe: (command) =>
    addSettings(
      addGateway(
        addListFlags(
          addVendorFlags(
            command.description('Begin a recall at a gateway, which has the key and keeps at it.'),
            Object.values(DOORS).flatMap(({ selectorFlags }) => selectorFlags),
          ),
        ),
      ),
      ['batchSize', 'canary'],
    )
      .option(
        '--give-up-after <TIME>',
        'pause after so long under flow control without progress: 90s, 30m, 2h',
        '30m',
      )
      .option('--keep-going', 'go on though batch after batch, or all of the first targets, are refused')
      .option('--again', 'begin though an unfinished recall of the same notification is there')
      .option('--reason <TEXT>', 'why, for the record of the gateway and the evidence')
      .option('--idempotency-key <KEY>', 'begin nothing twice: the same key makes the same recall')
      .option('--dry-run', 'send nothing; print what would be')
      .option(
        '--confirm <ID>',
        'the notifyId, message id or task id once more, instead of typing it when asked',
      )
      .option('--no-input', 'never ask')
      .option('--no-watch', 'do not wait for its end')
      .option('--json', 'print one JSON object at the end')
      .option('--report <FILE>', 'write a line (NDJSON) for each target that is not accepted')
      .option('--report-all', 'with --report: a line for each target')
      .option('--evidence <FILE>', 'write the evidence: a hash-chained record that `unpush verify` checks')
      .option('--sign-key <PEM>', 'with --evidence: an Ed25519 private key to sign it with')
      .addHelpText(
        'after',
        `
Example:
    export UNPUSH_GATEWAY=https://recall.example.com UNPUSH_GATEWAY_KEY=…
    unpush recalls start --app shop --notify-id 3114932 --tokens export.csv.gz --reason INC-2041 --report left.ndjson

The list is read here and sent in parts; a connection that breaks goes on by itself. Once the list is there, the
recall is the gateway's: Ctrl-C ends the watching only, and \`unpush recalls stop\` stops it.`,
      ),
  load: atGateway(() => import('./at-gateway.ts')),
};
