import { describe, expect, it } from 'vitest';
import { suitesUsing } from '../../lib/suites-using.mjs';

const SUPPORT = "execFileSync(\n  'openssl',\n  words);";

describe('the suites that use a program of the system', () => {
  it.each([["execFileSync('openssl', ['version'])"], ['execSync(`openssl version`)'], ['spawn("openssl")']])(
    'start it themselves: %s',
    (text) => {
      expect(suitesUsing('openssl', new Map([['packages/a/test/tls.test.ts', text]]))).toEqual([
        'packages/a/test/tls.test.ts',
      ]);
    },
  );

  it('or import what does, however far away', () => {
    const texts = new Map([
      ['packages/a/test/tls.test.ts', "import { serve } from './support/serve.ts';"],
      ['packages/a/test/jwt/sign.test.ts', "import { rsaKey } from '../support/openssl.ts';"],
      ['packages/a/test/plain.test.ts', "import { x } from './support/other.ts';"],
      ['packages/a/test/support/serve.ts', "import { rsaKey } from './openssl.ts';"],
      ['packages/a/test/support/openssl.ts', SUPPORT],
      ['packages/a/test/support/other.ts', ''],
    ]);
    expect(suitesUsing('openssl', texts)).toEqual([
      'packages/a/test/tls.test.ts',
      'packages/a/test/jwt/sign.test.ts',
    ]);
  });

  it('are not those that only speak of it', () => {
    const texts = new Map([['packages/a/test/jwt.test.ts', '// signed with openssl 3\n']]);
    expect(suitesUsing('openssl', texts)).toEqual([]);
  });

  it('are found though files import each other in a circle', () => {
    const texts = new Map([
      ['a.test.ts', "import { b } from './b.ts';"],
      ['b.ts', "import { a } from './c.ts';"],
      ['c.ts', "import { b } from './b.ts'; spawn('redis-server');"],
    ]);
    expect(suitesUsing('redis-server', texts)).toEqual(['a.test.ts']);
    expect(suitesUsing('openssl', texts)).toEqual([]);
  });
});
