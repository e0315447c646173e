import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Reach } from '../../src/commands/emulate/describe-ready.ts';
import type { HuaweiAppFacts } from '../../src/vendors/huawei/emulate/furnish.ts';
import { callCli } from '../support/call-cli.ts';
import { spawnCli, type RunningCli, type SpawnOptions } from '../support/spawn-cli.ts';

const BIN = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

/** What `unpush emulate --json` prints. */
interface Ready extends Reach {
  readonly apps: readonly (HuaweiAppFacts & { readonly revokeCommand: string })[];
}

interface RunningEmulate extends RunningCli, AsyncDisposable {
  readonly ready: Ready;
}

/** Starts `unpush emulate --json` and waits until it is ready; interrupts it at the end. */
async function emulate(flags: readonly string[], options?: SpawnOptions): Promise<RunningEmulate> {
  const running = spawnCli(['emulate', '--json', ...flags], options);
  const { stdout } = running.child;
  if (stdout === null) throw new Error('stdout is a pipe here');
  let printed = '';
  await new Promise<void>((resolve) => {
    stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.endsWith('\n}\n')) resolve();
    });
  });
  return {
    ...running,
    ready: JSON.parse(printed) as Ready,
    async [Symbol.asyncDispose]() {
      running.child.kill('SIGINT');
      await once(running.child, 'exit');
    },
  };
}

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

describe('unpush emulate', () => {
  it('is a vendor that `unpush doctor --probe` finds in order, on https', async () => {
    await using running = await emulate(['--tls', '--devices', '3']);
    const { url, caFile = '', apps } = running.ready;
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const [app] = apps;
    const { exit, stdout } = await callCli([
      'doctor',
      '--probe',
      ...['--endpoint', url, '--ca', caFile],
      ...['--service-account', app!.serviceAccountFile, '--client-id', app!.clientId],
    ]);
    expect(stdout).toMatch(/\nok {7}Probe /);
    expect(exit).toBe(0);
  });

  it('gives a command line that takes the notification back when it is pasted into a shell', async () => {
    await using running = await emulate(['--tls', '--devices', '3', '--notify-id', '7']);
    const [app] = running.ready.apps;
    expect(app).toMatchObject({ devices: 3, notifyId: 7 });
    const script = `unpush() { "$NODE" --conditions=@unpush/source "$BIN" "$@"; }; ${app!.revokeCommand} --confirm 7 --json`;
    const { stdout } = await promisify(execFile)('bash', ['--norc', '--noprofile', '-c', script], {
      env: {
        PATH: process.env['PATH'],
        NODE: process.execPath,
        BIN,
        XDG_STATE_HOME: running.ready.directory,
      },
    });
    expect(JSON.parse(stdout)).toMatchObject({ targets: { read: 3, accepted: 3 } });
  });

  it('writes key and tokens for their owner only, and the CA for all', async () => {
    await using running = await emulate(['--tls', '--devices', '12345']);
    const { directory, caFile = '', apps } = running.ready;
    const [app] = apps;
    expect(await modeOf(directory)).toBe('700');
    expect(await modeOf(app!.serviceAccountFile)).toBe('600');
    expect(await modeOf(app!.tokensFile)).toBe('600');
    expect(await modeOf(caFile)).toBe('644');
    const tokens = (await readFile(app!.tokensFile, 'utf8')).trimEnd().split('\n');
    expect(new Set(tokens).size).toBe(12_345);
  });

  it('makes the apps that are asked for, each with a key, tokens and the notification', async () => {
    await using running = await emulate([
      '--client-id',
      '104012345',
      '--client-id',
      '104067890',
      '--devices',
      '2',
    ]);
    const { url, apps } = running.ready;
    expect(apps.map(({ clientId }) => clientId)).toEqual(['104012345', '104067890']);
    for (const { clientId, tokensFile } of apps) {
      const [token = ''] = (await readFile(tokensFile, 'utf8')).split('\n');
      const tray = await fetch(`${url}/_emulator/trays/${encodeURIComponent(token)}`);
      expect(await tray.json(), clientId).toMatchObject([{ notifyId: 3114932 }]);
    }
  });

  it('holds its apps to a quota', async () => {
    await using running = await emulate(['--quota', '1', '--devices', '1']);
    const [app] = running.ready.apps;
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      const { stdout } = await callCli(['token', '--service-account', app!.serviceAccountFile]);
      const answer = await fetch(`${running.ready.url}/v1/${app!.clientId}/messages:revoke`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${stdout.trim()}`,
          'content-type': 'application/json',
          'push-type': '0',
        },
        body: JSON.stringify({ notifyId: 1, token: [(await readFile(app!.tokensFile, 'utf8')).trim()] }),
      });
      statuses.push(answer.status);
    }
    expect(statuses).toContain(503);
  });

  it('tells a person how to go on, on stderr', async () => {
    const { child, result } = spawnCli(['emulate', '--devices', '1']);
    child.stderr?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ctrl-C')) child.kill('SIGINT');
    });
    const { exit, stdout, stderr } = await result;
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(stderr).toContain('unpush revoke --endpoint http://127.0.0.1:');
    expect(stderr).toContain('1 phone, each showing notifyId 3114932');
  });
});

describe('its folder', () => {
  it('is gone after Ctrl-C, with exit 0', async () => {
    const running = await emulate(['--devices', '1']);
    const { directory } = running.ready;
    await stat(directory);
    running.child.kill('SIGINT');
    const [code] = (await once(running.child, 'exit')) as [number | null];
    expect(code).toBe(0);
    await expect(stat(directory)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('stays if it was named, and files in it get the right mode even if they were there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unpush-test-'));
    try {
      const flags = ['--directory', 'emulator', '--client-id', '1', '--devices', '1'];
      for (let times = 0; times < 2; times += 1) {
        await using running = await emulate(flags, { cwd: folder });
        expect(running.ready.directory).toBe(join(folder, 'emulator'));
      }
      expect(await modeOf(join(folder, 'emulator', 'service-account-1.json'))).toBe('600');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('what it refuses', () => {
  it.each([
    [['--port', 'http'], '--port is "http": give a whole number from 0 to 65535'],
    [['--port', '65536'], '--port is "65536": give a whole number from 0 to 65535'],
    [['--devices', '-1'], '--devices is "-1": give a whole number from 0 to 20000000'],
    [['--notify-id', '2147483648'], '--notify-id is "2147483648": give a whole number from 0 to 2147483647'],
    [['--quota', '0'], '--quota is "0": give a whole number from 1 to 1000000000'],
    [['--client-id', 'a b'], '--client-id must be the app'],
    [['--client-id', 'a', '--client-id', 'a'], '--client-id stands twice with the same id'],
    [['--host', '203.0.113.7'], '--host 203.0.113.7 is no address of this machine'],
  ])('%j', async (flags, message) => {
    const { exit, stdout, stderr } = await callCli(['emulate', ...flags]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('a port that another program has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { exit, stderr } = await callCli(['emulate', '--port', String(port)]);
    other.close();
    expect(exit).toBe(2);
    expect(stderr).toContain(`--port ${port} is taken by another program`);
  });
});
