import { describe, expect, it } from 'vitest';
import { callCli } from '../support/call-cli.ts';

describe('unpush completion', () => {
  it.each([
    ['bash', 'complete -o default -F _unpush unpush'],
    ['zsh', '#compdef unpush'],
    ['fish', 'complete -c unpush'],
    ['powershell', 'Register-ArgumentCompleter'],
  ])('prints the script for %s, which asks `unpush complete`', async (shell, mark) => {
    const { exit, stdout, stderr } = await callCli(['completion', shell]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain(mark);
    expect(stdout).toMatch(/unpush complete '?--/);
  });

  it('goes by $SHELL where no shell is named', async () => {
    const { stdout } = await callCli(['completion'], { env: { SHELL: '/usr/local/bin/fish' } });
    expect(stdout).toContain('# fish completion for unpush');
  });

  it('says what there is if it is not told, or told of another shell', async () => {
    const nothing = await callCli(['completion']);
    expect(nothing.exit).toBe(2);
    expect(nothing.stderr).toContain('$SHELL is not set');
    expect(nothing.stderr).toContain('bash, zsh, fish, powershell');
    const other = await callCli(['completion', 'tcsh']);
    expect(other.exit).toBe(2);
    expect(other.stderr).toContain("'tcsh' is invalid");
    const fromVariable = await callCli(['completion'], { env: { SHELL: '/bin/ksh' } });
    expect(fromVariable.exit).toBe(2);
    expect(fromVariable.stderr).toContain('"ksh"');
  });

  it('says in its help how to install it', async () => {
    const { exit, stdout } = await callCli(['completion', '--help']);
    expect(exit).toBe(0);
    for (const place of ['~/.bashrc', '~/.zshrc', '~/.config/fish/completions/unpush.fish', '$PROFILE']) {
      expect(stdout).toContain(place);
    }
  });
});
