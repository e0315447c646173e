import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/terminal/width.ts';
import { callCli } from '../support/call-cli.ts';
import { callOnScreen } from '../support/screen.ts';
import { spawnCli } from '../support/spawn-cli.ts';

describe('unpush explain', () => {
  it('explains several codes in the order given, a negative one too', async () => {
    const { exit, stdout, stderr } = await spawnCli(['explain', '80300028', '-1', '3007']).result;
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const titles = stdout.split('\n').filter((line) => /^\S/.test(line));
    expect(titles.map((title) => title.replace(/:.*/, ''))).toEqual([
      'Huawei Push Kit 80300028',
      'mPaaS -1 SIGNATURE_MISMATCH',
      'mPaaS 3007 APPID_WRONG',
    ]);
  });

  it('says what is needed at 2 a.m.', async () => {
    const { stdout } = await callCli(['explain', '80300028'], { env: { LANG: 'en_US.UTF-8' } });
    expect(stdout).toMatch(/^Huawei Push Kit 80300028: Tokens are of another app\n/);
    expect(stdout).toContain('  Wire text  Token app mismatch with specify app.\n');
    expect(stdout).toContain('  About      the targets\n');
    expect(stdout).toContain('  Likely causes\n  -  Tokens of another app were passed in by mistake');
    expect(stdout).toContain('  What to do\n  1. Make sure that no token of another app is in the list.\n');
    expect(stdout).toContain('unpush divides the batch');
    expect(stdout).toMatch(/\(read \d{4}-\d\d-\d\d\)\n$/);
  });

  it('finds a code by its name, in whichever case', async () => {
    const { exit, stdout } = await callCli(['explain', 'signature_mismatch']);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^mPaaS -1 SIGNATURE_MISMATCH: /);
  });

  it('shows a status at both vendors, and at one with --vendor', async () => {
    const titles = async (...flags: string[]): Promise<string[]> => {
      const { stdout } = await callCli(['explain', '503', ...flags]);
      return stdout.split('\n').flatMap((line) => /^(\S.*? HTTP 503):/.exec(line)?.[1] ?? []);
    };
    expect(await titles()).toEqual(['Huawei Push Kit HTTP 503', 'mPaaS HTTP 503']);
    expect(await titles('--vendor', 'mpaas')).toEqual(['mPaaS HTTP 503']);
  });

  it('names an unknown code with the likely ones, ends with 2, and still explains the others', async () => {
    const { exit, stdout, stderr } = await callCli(['explain', '80300082', '80300017']);
    expect(exit).toBe(2);
    expect(stdout).toMatch(/^Huawei Push Kit 80300017: /);
    expect(stderr).toMatch(/^error .*"80300082".* Did you mean 80300028\b/);
  });

  it('points to the list where no code is near', async () => {
    const { exit, stdout, stderr } = await callCli(['explain', 'notacodeatall']);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toBe(
      'error no vendor\'s catalog has the code "notacodeatall". All codes: unpush explain\n',
    );
  });

  it('shows of a pasted text only a piece, and nothing that moves the cursor', async () => {
    const { stderr } = await callCli(['explain', `\u001b[2J\n${'x'.repeat(500)}`]);
    expect(stderr).toBe(
      `error no vendor's catalog has the code "[2J ${'x'.repeat(56)}…". All codes: unpush explain\n`,
    );
  });

  it('says so if the code is the other vendor’s', async () => {
    const { exit, stderr } = await callCli(['explain', '3007', '--vendor', 'huawei']);
    expect(exit).toBe(2);
    expect(stderr).toBe('error "3007" is no code of this vendor, but of mPaaS: leave --vendor out.\n');
  });

  it('refuses a vendor or language that is not there, naming flag, value and choices', async () => {
    const vendor = await callCli(['explain', '1', '--vendor', 'apple']);
    expect(vendor.exit).toBe(2);
    expect(vendor.stderr).toContain(
      "'--vendor <NAME>' argument 'apple' is invalid. Allowed choices are huawei, mpaas.",
    );
    const language = await callCli(['explain', '1'], { env: { UNPUSH_LANG: 'fr' } });
    expect(language.exit).toBe(2);
    expect(language.stderr).toContain('"fr"');
    expect(language.stderr).toContain('en or zh-cn');
  });
});

describe('its language', () => {
  const headingIn = async (env: Readonly<Record<string, string>>, ...flags: string[]): Promise<string> => {
    const { stdout } = await callCli(['explain', '80300028', ...flags], { env });
    return stdout.includes('可能原因') ? 'zh-cn' : stdout.includes('Likely causes') ? 'en' : 'neither';
  };

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['en', {}],
    ['en', { LANG: 'en_US.UTF-8' }],
    ['en', { LANG: 'C' }],
    ['zh-cn', { LANG: 'zh_CN.UTF-8' }],
    ['zh-cn', { LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }],
    ['en', { LC_ALL: 'en_GB.UTF-8', LC_MESSAGES: 'zh_CN', LANG: 'zh_CN' }],
    ['zh-cn', { LC_ALL: '', LANG: 'zh_CN.UTF-8' }],
    ['en', { UNPUSH_LANG: 'en', LANG: 'zh_CN.UTF-8' }],
    ['zh-cn', { UNPUSH_LANG: 'zh_CN', LANG: 'en_US.UTF-8' }],
    ['zh-cn', { UNPUSH_LANG: 'zh', LANG: 'en_US.UTF-8' }],
  ])('is %s with %j', async (language, env) => {
    expect(await headingIn(env)).toBe(language);
  });

  it('is that of --lang before all else', async () => {
    expect(await headingIn({ UNPUSH_LANG: 'zh-cn', LANG: 'zh_CN' }, '--lang', 'en')).toBe('en');
    expect(await headingIn({ LANG: 'en_US.UTF-8' }, '--lang', 'zh')).toBe('zh-cn');
  });

  it('holds for the words about an unknown code, too', async () => {
    const { stderr } = await callCli(['explain', '80300082', '--lang', 'zh-cn']);
    expect(stderr).toContain('您是不是要找 80300028');
  });
});

describe('its look', () => {
  it.each([40, 60, 100])('keeps to %d columns, links apart, in both languages', async (columns) => {
    for (const lang of ['en', 'zh-cn']) {
      const { stdout } = await callOnScreen(['explain', '80300007', '3007', '--lang', lang], {
        columns,
        env: { NO_COLOR: '1' },
      });
      const tooLong = stdout.split('\n').filter((line) => widthOf(line) > columns && !line.includes('http'));
      expect(tooLong).toEqual([]);
    }
  });

  it('goes no wider than 100 columns on a wide screen', async () => {
    const { stdout } = await callOnScreen(['explain', '80300007'], { columns: 240, env: { NO_COLOR: '1' } });
    const widths = stdout
      .split('\n')
      .filter((line) => !line.includes('http'))
      .map(widthOf);
    expect(Math.max(...widths)).toBeLessThanOrEqual(100);
    expect(Math.max(...widths)).toBeGreaterThan(80);
  });

  it('has colours on a screen only, and not with NO_COLOR', async () => {
    const escape = String.fromCharCode(27);
    expect((await callOnScreen(['explain', '503'])).stdout).toContain(escape);
    expect((await callOnScreen(['explain', '503'], { env: { NO_COLOR: '1' } })).stdout).not.toContain(escape);
    expect((await callCli(['explain', '503'])).stdout).not.toContain(escape);
  });
});

describe('unpush explain without a code', () => {
  it('lists every code with a title, a line each, by vendor', async () => {
    const { exit, stdout } = await callCli(['explain']);
    expect(exit).toBe(0);
    const lines = stdout.split('\n');
    const huawei = lines.indexOf('Huawei Push Kit: codes in the body of an answer');
    const mpaas = lines.indexOf('mPaaS: codes in the body of an answer');
    expect(huawei).toBe(0);
    expect(mpaas).toBeGreaterThan(huawei);
    expect(lines.findIndex((line) => /^ {2}80300028 +\S/.test(line))).toBeLessThan(mpaas);
    expect(lines.findIndex((line) => /^ {2}9000 +\S/.test(line))).toBeGreaterThan(mpaas);
    expect(lines.filter((line) => /^ {2}503 +\S/.test(line))).toHaveLength(2);
    expect(lines.some((line) => /^ {2}-1 +\S/.test(line))).toBe(true);
  });

  it('keeps to one vendor with --vendor', async () => {
    const { stdout } = await callCli(['explain', '--vendor', 'huawei']);
    expect(stdout).toContain('80300028');
    expect(stdout).not.toContain('mPaaS');
  });
});

describe('unpush explain --json', () => {
  it('prints an array of plain objects', async () => {
    const { exit, stdout } = await callCli(['explain', '-1', '80300010', '--json']);
    expect(exit).toBe(0);
    const [first, second, ...more] = JSON.parse(stdout) as readonly Record<string, unknown>[];
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      asked: '-1',
      vendor: 'mpaas',
      kind: 'code',
      code: '-1',
      name: 'SIGNATURE_MISMATCH',
      message: 'Signature mismatch.',
      about: 'credential',
      advice: 'stop',
      targetFatal: false,
    });
    expect(second).toMatchObject({ asked: '80300010', vendor: 'huawei', code: '80300010', advice: 'shrink' });
    for (const key of ['title', 'meaning', 'unpushDoes']) expect(typeof second?.[key]).toBe('string');
    for (const key of ['causes', 'remedies']) expect(second?.[key]).toBeInstanceOf(Array);
    expect(second?.['source']).toMatchObject({ confidence: 'page' });
  });

  it('leaves unknown codes out, tells of them on stderr, and ends with 2', async () => {
    const { exit, stdout, stderr } = await callCli([
      'explain',
      '80300082',
      '100',
      '--json',
      '--vendor',
      'mpaas',
    ]);
    expect(exit).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ asked: '100', name: 'SUCCESS' }]);
    expect(stderr).toContain('"80300082"');
  });

  it('has every code where none is asked for', async () => {
    const { stdout } = await callCli(['explain', '--json']);
    const codes = (JSON.parse(stdout) as readonly { vendor: string; code: string }[]).map(
      ({ vendor, code }) => `${vendor} ${code}`,
    );
    expect(codes).toContain('huawei 80300028');
    expect(codes).toContain('mpaas 3059');
    expect(new Set(codes).size).toBe(codes.length);
  });
});
