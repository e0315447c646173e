import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

const CASES = ["startServer('redis-server')", "startServer('postgres')"];

describe('a server of a test that closes nothing', () => {
  it.each(CASES)('ends with the process of the test, and its data with it: %s', async (start) => {
    const directory = await mkdtemp(join(tmpdir(), 'unpush-servers-'));
    onTestFinished(() => rm(directory, { recursive: true, force: true }));
    // Not only for whoever runs the test: PostgreSQL may be another user
    await chmod(directory, 0o755);
    const module = new URL('../../src/servers/start-server.ts', import.meta.url).href;
    const code = `import { startServer } from '${module}';
      const { port } = await ${start};
      process.stdout.write(String(port));
      process.exit();`;
    const { stdout: port } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', code],
      { env: { ...process.env, TMPDIR: directory } },
    );
    expect(Number(port)).toBeGreaterThan(0);
    expect(await readdir(directory)).toEqual([]);
    await vi.waitFor(() => expect(connectTo(Number(port))).rejects.toThrow('ECONNREFUSED'), 5000);
  });
});

const connectTo = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
