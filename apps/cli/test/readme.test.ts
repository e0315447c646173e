import { readFile } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../src/program.ts';
import { EXIT } from '../src/exit-codes.ts';
import { SETTINGS } from '../src/settings/words.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

const program = createProgram(
  {
    stdin: Readable.from([]),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    env: {},
    cwd: '/',
    onInterrupt: () => () => undefined,
  },
  { onExit: () => undefined, onComplaint: () => undefined },
);

const visible = program.createHelp().visibleCommands(program);

describe('the README', () => {
  it.each(visible.map((command) => [command.name(), command] as const).filter(([name]) => name !== 'help'))(
    'has a section for %s, and names every flag of it',
    (name, command) => {
      expect(readme).toContain(`## unpush ${name}\n`);
      const flags = [command, ...command.commands].flatMap(({ options }) =>
        options.map(({ long }) => long ?? ''),
      );
      expect(flags.filter((flag) => !readme.includes(flag))).toEqual([]);
    },
  );

  it.each(Object.entries(SETTINGS))(
    'has the setting %s, with flag and variable',
    (name, { flag, variable }) => {
      expect(readme).toMatch(new RegExp(`^\\| \`${flag}\`\\s*\\| \`${variable}\`\\s*\\| \`${name}\``, 'm'));
    },
  );

  it('has every exit code', () => {
    for (const code of Object.values(EXIT))
      expect(readme).toMatch(new RegExp(`^\\| ${code}\\s+\\| \\S`, 'm'));
  });
});
