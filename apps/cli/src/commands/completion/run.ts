import { script } from '@bomb.sh/tab';
import { basename } from 'node:path';
import type { CommandRun } from '../../command.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { BASH_SCRIPT } from './bash-script.ts';
import { hear } from './hear.ts';
import { SHELLS, type Shell } from './shells.ts';

/** Runs `unpush completion`. */
export const run: CommandRun = ({ terminal, args }) => {
  const shell = findShell(args[0] ?? nameOfShell(terminal.env['SHELL']));
  terminal.stdout.write(shell === 'bash' ? BASH_SCRIPT : printedBy(shell));
  return Promise.resolve(EXIT.ok);
};

const nameOfShell = (path: string | undefined): string | undefined =>
  path === undefined || path === '' ? undefined : basename(path);

function findShell(name: string | undefined): Shell {
  const found = SHELLS.find((shell) => shell === name);
  if (found !== undefined) return found;
  const why =
    name === undefined ? '$SHELL is not set' : `there is no script for the shell "${name}" of $SHELL`;
  throw new SettingsError(`${why}: name one, such as \`unpush completion bash\` (${SHELLS.join(', ')})`);
}

const printedBy = (shell: Shell): string =>
  hear(() => {
    script(shell, 'unpush', 'unpush');
  })
    .map((line) => `${line}\n`)
    .join('');
