import { resolve } from 'node:path';
import { EXIT } from '../../../exit-codes.ts';
import type { GatewayRun } from '../../../gateway/at-either.ts';
import { openGateway } from '../../../gateway/client/open-gateway.ts';
import { reportOf } from '../../../gateway/outputs/answer-lines.ts';
import { printLines } from '../../../output/lines.ts';
import { checkOutputPlace, type OutputPlace } from '../../../output/output-place.ts';
import { writeOutput } from '../../../output/write-output.ts';
import { heedInterrupt } from '../../../session/heed-interrupt.ts';
import { formatPlural } from '../../../terminal/numbers.ts';

/** `unpush recalls report --gateway`. */
export const run: GatewayRun = ({ terminal, args, flags }, place) =>
  heedInterrupt(terminal, {
    stopped: 'Stopped: the report was not written.',
    work: async ({ signal, onRead }) => {
      const file: OutputPlace | undefined =
        typeof flags['report'] === 'string'
          ? { what: 'report', flag: '--report', path: resolve(terminal.cwd, flags['report']) }
          : undefined;
      if (file !== undefined) {
        await checkOutputPlace(file);
        onRead();
      }
      await using gateway = await openGateway(place, terminal);
      const lines = await reportOf(gateway, { id: args[0] ?? '', all: flags['all'] === true, signal });
      if (file === undefined) {
        await printLines(terminal.stdout, lines);
        return EXIT.ok;
      }
      const written = await writeOutput(file, lines, signal);
      terminal.stderr.write(`${file.path}: ${formatPlural(written.lines, 'line')}\n`);
      return EXIT.ok;
    },
  });
