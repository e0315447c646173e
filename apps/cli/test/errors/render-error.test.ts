import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { renderError } from '../../src/errors/render-error.ts';
import { SettingsError } from '../../src/errors/settings-error.ts';

function render(error: unknown): { exit: number; text: string } {
  const stderr = new PassThrough();
  const exit = renderError(error, {
    stdin: Readable.from([]),
    stdout: new PassThrough(),
    stderr,
    env: {},
    cwd: '/',
    onInterrupt: () => () => undefined,
  });
  return { exit, text: String(stderr.read()) };
}

describe('an error at the end of a command', () => {
  it('that a person can mend is its message, with exit 2', () => {
    expect(render(new SettingsError('--quota is "fast": give a number'))).toEqual({
      exit: 2,
      text: 'error --quota is "fast": give a number\n',
    });
  });

  it('moves no cursor, whatever it quotes', () => {
    expect(render(new SettingsError('the file \u001b[2Jx\nis not there')).text).toBe(
      'error the file [2Jx\nis not there\n',
    );
  });

  it('that is a bug of ours says where it came up, with exit 1, and masks what may be a secret', () => {
    const jwt = `eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiIxIn0.${'s'.repeat(60)}`;
    const { exit, text } = render(new TypeError(`unexpected Bearer ${jwt}\nsecond line`));
    expect(exit).toBe(1);
    expect(text).toMatch(/^bug unpush did not expect this; please report/);
    expect(text).toContain('TypeError: unexpected Bearer «token»\nsecond line\n');
    expect(text).not.toContain('eyJ');
    expect(text).toContain('test/errors/render-error.test.ts:');
  });

  it('that is no error at all is shown, masked', () => {
    expect(render('oops').text).toContain('oops');
  });
});
