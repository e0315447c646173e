import type { RunnableCommand } from '../../command.ts';
import { collect } from '../../flags/collect.ts';

/** `unpush verify`: whether evidence holds, offline. */
export const verify: RunnableCommand = {
  name: 'verify',
  describe: (command) =>
    command
      .description('Check evidence, offline: that nothing in it was changed, and that its sums hold.')
      .argument('<evidence>', 'the file, as `unpush recalls evidence` or --evidence wrote it')
      .option('--head <HASH>', 'the evidence head that was noted when the recall ended')
      .option('--public-key <PEM>', 'the Ed25519 public key that it must be signed by')
      .option('--tokens <FILE>', 'the list of targets, as the recall was given it (repeatable)', collect)
      .option(
        '--token <T>',
        'a target that the recall was given on the command line, or the id of its task (repeatable)',
        collect,
      )
      .option('--format <NAME>', 'of a recall at a gateway: how the list is to be read, as it was by `start`')
      .option('--column <NAME>', 'of a recall at a gateway, CSV: the column with the targets')
      .option('--field <NAME>', 'of a recall at a gateway, NDJSON and JSON: the field with the target')
      .option('--evidence-key <FILE>', 'the key file of the recall, to compare the targets with')
      .option('--allow-open', 'evidence of a recall that has not come to its end is well too')
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
Examples:
  unpush verify evidence.ndjson --head 5f2c…
  unpush verify evidence.ndjson --tokens export.csv.gz --evidence-key evidence.key --public-key public-key.pem

Exit: 0 it holds and is sealed; 5 it does not hold, or is open; 2 it cannot be read, or bad usage.`,
      ),
  load: () => import('./run.ts'),
};
