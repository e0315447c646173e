import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { freePort } from '../scripts/local/port.ts';

const DEV = fileURLToPath(new URL('../scripts/dev.ts', import.meta.url));

async function dev(
  port: string,
): Promise<{ readonly exit: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, ['--conditions=@unpush/source', DEV], {
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { exit: child.exitCode, out, err };
}

describe('gateway dev', () => {
  it.each(['abc', '0', '65536', '80.5'])('takes no port %s', async (port) => {
    const { exit, out, err } = await dev(port);
    expect({ exit, out, err }).toEqual({
      exit: 2,
      out: '',
      err: `PORT is "${port}": give a whole number from 1 to 65535\n`,
    });
  });

  it('hands out no key for a port where somebody else answers', async () => {
    const port = await freePort();
    await using other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const { exit, out, err } = await dev(String(port));
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(`port ${String(port)} cannot be listened on (Error: listen EADDRINUSE`);
    expect(err).toContain('give another by PORT=9000');
  });
});
