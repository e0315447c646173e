import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNpm, readConfig } from '../../lib/npm.mjs';
import { program, quietChildren, temporaryFolder } from './support.ts';

/** An npm that writes down what it is asked, and knows one package only when it may ask the registry. */
const NPM = `
  const fs = require('node:fs');
  const words = process.argv.slice(2);
  fs.appendFileSync('asked', words.join(' ') + '\\n');
  if (words[0] === 'config') console.log('cafile=/etc/ca.crt\\nproxy=null');
  else if (words.includes('--prefer-offline') && words.includes('--package=fresh@2.0.0')) process.exit(1);
  else console.log('done');
`;

/** That npm, and what it has been asked. */
function stage(): Disposable & { readonly npm: ReturnType<typeof createNpm>; readonly asked: () => string } {
  const folder = temporaryFolder();
  const file = join(folder.path, 'lib', 'npm-cli.js');
  mkdirSync(join(folder.path, 'lib'));
  program(file, NPM);
  return {
    npm: createNpm({ children: quietChildren(), root: folder.path, env: { npm_execpath: file } }),
    asked: () => readFileSync(join(folder.path, 'asked'), 'utf8'),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

describe('npm', () => {
  it('is the one that started us, and asks the registry only for what it does not have', async () => {
    using scene = stage();
    expect(await scene.npm.exec('known@1.0.0', 'node -p 1')).toMatchObject({ code: 0, stdout: 'done\n' });
    expect(scene.asked()).toBe('exec --prefer-offline --yes --package=known@1.0.0 -c node -p 1\n');
  });

  it('asks again when what it remembers is too old', async () => {
    using scene = stage();
    expect(await scene.npm.exec('fresh@2.0.0', 'x')).toMatchObject({ code: 0 });
    expect(scene.asked()).toBe(
      'exec --prefer-offline --yes --package=fresh@2.0.0 -c x\nexec --yes --package=fresh@2.0.0 -c x\n',
    );
  });

  it('tells its configuration', async () => {
    using scene = stage();
    expect([...(await scene.npm.config(['cafile', 'proxy']))]).toEqual([['cafile', '/etc/ca.crt']]);
    expect(scene.asked()).toBe('config get cafile proxy\n');
  });
});

describe('readConfig', () => {
  it('keeps the settings that have a value', () => {
    const text = 'cache=here?a=b\nhttps-proxy=null\nnoproxy=\ncafile=/etc/ca.crt\n';
    expect([...readConfig(text)]).toEqual([
      ['cache', 'here?a=b'],
      ['cafile', '/etc/ca.crt'],
    ]);
  });
});
