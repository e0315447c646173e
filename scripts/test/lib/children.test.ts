import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createChildren, type Children, type Ending } from '../../lib/children.mjs';
import { FakeHost, temporaryFolder } from './support.ts';

const node = (children: Children, text: string, ...words: readonly string[]): Promise<Ending> =>
  children.run({ file: process.execPath, args: ['-e', text, ...words], cwd: '.', env: process.env });

describe('a program', () => {
  const children = createChildren({ host: new FakeHost(false) });

  it('ends with its exit code and all it said, in the order it came', async () => {
    const ended = await node(
      children,
      "console.log('one'); setTimeout(() => { console.error('two'); process.exitCode = 3 }, 50)",
    );
    expect(ended).toEqual({ code: 3, output: 'one\ntwo\n', stdout: 'one\n' });
  });

  it('that a signal ended has 128 and its number', async () => {
    expect((await node(children, "process.kill(process.pid, 'SIGKILL')")).code).toBe(137);
  });

  it('that cannot be started has 127, and is named', async () => {
    const command = { file: 'no-such-program', args: [], cwd: '.', env: {} };
    const ended = await children.run(command);
    expect(ended.code).toBe(127);
    expect(ended.output).toContain('no-such-program');
  });
});

/** Counts SIGINTs until the file `end` appears; says with the file `ready` that it does, with `told` that it has. */
const LISTENER = `
  const [ready, end, told] = process.argv.slice(1);
  const fs = require('node:fs');
  let heard = 0;
  process.on('SIGINT', () => { heard += 1; fs.writeFileSync(told, ''); });
  setInterval(() => { if (fs.existsSync(end)) { console.log('heard ' + heard); process.exit(0); } }, 20);
  fs.writeFileSync(ready, '');
`;

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  /** A program that listens, a clock that only we move, and a way to end the program. */
  async function stage({ isTTY }: { readonly isTTY: boolean }) {
    const folder = temporaryFolder();
    const ready = join(folder.path, 'ready');
    const end = join(folder.path, 'end');
    const told = join(folder.path, 'told');
    const clock = { ms: 0 };
    const host = new FakeHost(isTTY);
    const children = createChildren({ host, now: () => clock.ms });
    const running = node(children, LISTENER, ready, end, told);
    const appears = (file: string): Promise<void> =>
      vi.waitFor(() => {
        expect(existsSync(file)).toBe(true);
      }, 10_000);
    await appears(ready);
    const finish = (): Promise<Ending> => {
      writeFileSync(end, '');
      return running;
    };
    return {
      host,
      clock,
      children,
      running,
      finish,
      told,
      appears,
      [Symbol.dispose]: () => folder[Symbol.dispose](),
    };
  }

  it('is handed on where there is no terminal to do so', async () => {
    using scene = await stage({ isTTY: false });
    expect(scene.children.interrupted()).toBeUndefined();
    scene.host.emit('SIGINT');
    await scene.appears(scene.told);
    expect((await scene.finish()).output).toBe('heard 1\n');
    expect(scene.children.interrupted()).toBe('SIGINT');
  });

  it('is not handed on from a terminal, where every program hears it by itself', async () => {
    using scene = await stage({ isTTY: true });
    scene.host.emit('SIGINT');
    expect((await scene.finish()).output).toBe('heard 0\n');
  });

  it('counts once when the terminal and npm both bring it', async () => {
    using scene = await stage({ isTTY: true });
    scene.host.emit('SIGINT');
    scene.clock.ms = 50;
    scene.host.emit('SIGINT');
    expect(await scene.finish()).toMatchObject({ code: 0, output: 'heard 0\n' });
  });

  it('pressed again ends a quiet program at once', async () => {
    using scene = await stage({ isTTY: true });
    scene.host.emit('SIGINT');
    scene.clock.ms = 1000;
    scene.host.emit('SIGINT');
    expect((await scene.running).code).toBe(137);
  });
});
