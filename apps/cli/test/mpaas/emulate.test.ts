import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Reach } from '../../src/commands/emulate/describe-ready.ts';
import type { MpaasAppFacts } from '../../src/vendors/mpaas/emulate/furnish.ts';
import { callCli } from '../support/call-cli.ts';
import { spawnCli } from '../support/spawn-cli.ts';

const BIN = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

/** What `unpush emulate --vendor mpaas --json` prints. */
interface Ready extends Reach {
  readonly apps: readonly (MpaasAppFacts & {
    readonly revokeCommand: string;
    readonly revokeTaskCommand: string;
  })[];
}

/** Starts it and waits until it is ready; interrupts it at the end. */
async function emulate(flags: readonly string[]): Promise<{ readonly ready: Ready } & AsyncDisposable> {
  const { child } = spawnCli(['emulate', '--vendor', 'mpaas', '--json', ...flags]);
  const { stdout } = child;
  if (stdout === null) throw new Error('stdout is a pipe here');
  let printed = '';
  await new Promise<void>((resolve) => {
    stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.endsWith('\n}\n')) resolve();
    });
  });
  return {
    ready: JSON.parse(printed) as Ready,
    async [Symbol.asyncDispose]() {
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

/** Runs a command line as if it were pasted into a shell. */
async function paste(command: string, { directory }: Ready): Promise<unknown> {
  const script = `unpush() { "$NODE" --conditions=@unpush/source "$BIN" "$@"; }; ${command}`;
  const { stdout } = await promisify(execFile)('bash', ['--norc', '--noprofile', '-c', script], {
    env: { PATH: process.env['PATH'], NODE: process.execPath, BIN, XDG_STATE_HOME: directory },
  });
  return JSON.parse(stdout);
}

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

describe('unpush emulate --vendor mpaas', () => {
  it('gives command lines that take message and task back when they are pasted into a shell', async () => {
    await using running = await emulate(['--tls', '--devices', '12', '--message-id', "carl's wave"]);
    const [app] = running.ready.apps;
    if (app === undefined) throw new Error('no app');
    expect(app).toMatchObject({
      devices: 12,
      messageId: "carl's wave",
      taskId: '20842863',
      workspaceId: 'default',
    });
    const confirmed = `${app.revokeCommand} --confirm 'carl'\\''s wave' --json`;
    expect(await paste(confirmed, running.ready)).toMatchObject({ targets: { read: 12, accepted: 12 } });
    const whole = `${app.revokeTaskCommand} --confirm 20842863 --json`;
    expect(await paste(whole, running.ready)).toMatchObject({ targets: { read: 1, accepted: 1 } });
  });

  it('is a vendor that `unpush doctor --probe` finds in order, with files for their owner only', async () => {
    await using running = await emulate([
      '--tls',
      '--devices',
      '3',
      '--app-id',
      'ONEX1',
      '--app-id',
      'ONEX2',
    ]);
    const { url, caFile = '', apps } = running.ready;
    expect(apps.map(({ appId }) => appId)).toEqual(['ONEX1', 'ONEX2']);
    for (const { appId, workspaceId, accessKeyFile, targetsFile } of apps) {
      const { exit, stdout } = await callCli([
        ...['doctor', '--probe', '--vendor', 'mpaas', '--endpoint', url, '--ca', caFile],
        ...['--app-id', appId, '--workspace-id', workspaceId, '--access-key-file', accessKeyFile],
      ]);
      expect(stdout).toMatch(/\nok {7}Probe /);
      expect(exit).toBe(0);
      expect([await modeOf(accessKeyFile), await modeOf(targetsFile)]).toEqual(['600', '600']);
      expect((await readFile(targetsFile, 'utf8')).trimEnd().split('\n')).toHaveLength(3);
    }
  });

  it.each([
    [
      ['--client-id', '1'],
      '--client-id is a flag of Huawei, but --vendor is "mpaas": leave it out, or give --vendor huawei',
    ],
    [['--app-id', 'a/b'], '--app-id must be the app'],
    [['--app-id', 'a', '--app-id', 'a'], '--app-id stands twice with the same id'],
    [['--workspace-id', ' '], '--workspace-id must be the workspace'],
    [['--message-id', ''], '--message-id must be the message'],
  ])('refuses %j', async (flags, words) => {
    const { exit, stderr } = await callCli(['emulate', '--vendor', 'mpaas', ...flags]);
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
  });

  it('refuses its flags beside Huawei', async () => {
    const { exit, stderr } = await callCli(['emulate', '--task-id', '1']);
    expect(exit).toBe(2);
    expect(stderr).toContain('--task-id is a flag of mPaaS, but --vendor is "huawei"');
  });
});
