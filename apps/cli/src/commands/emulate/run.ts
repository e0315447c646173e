import { startEmulator, type RunningEmulator } from '@unpush/emulator/node';
import { isLoopback } from '@unpush/transport';
import type { CommandRun } from '../../command.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Flags } from '../../flags/read-flags.ts';
import { painter } from '../../terminal/style.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { DOORS } from '../../vendors/doors.ts';
import { refuseForeignFlags } from '../../vendors/refuse-foreign-flags.ts';
import type { AppOrder, FurnishedApp } from '../../vendors/rooms/emulator-room.ts';
import { describeReady, readyObject, renderReady } from './describe-ready.ts';
import { readEmulateRequest, type EmulateRequest } from './emulate-request.ts';
import { openWorkplace } from '../../vendors/rooms/workplace.ts';

/** Runs `unpush emulate` until somebody interrupts it. */
export const run: CommandRun = async ({ terminal, flags }) => {
  const request = readEmulateRequest(flags);
  const orders = await readOrders(request, flags);
  const interrupted = untilInterrupted(terminal);
  await using running = await start(request);
  await using workplace = await openWorkplace(request.directory, terminal.cwd);
  const { emulator, url, caPem } = running;
  const { directory } = workplace;
  const caFile =
    caPem === undefined ? undefined : await workplace.write('ca.pem', { pieces: [caPem], mode: 0o644 });
  const apps: FurnishedApp[] = [];
  const { devices, quota } = request;
  for (const furnish of orders) apps.push(await furnish({ emulator, workplace, devices, quota }));
  const ready = describeReady({ url, directory, ...(caFile !== undefined && { caFile }) }, apps);
  warnOfStrangers(request, terminal);
  if (request.json) terminal.stdout.write(`${JSON.stringify(readyObject(ready), undefined, 2)}\n`);
  else terminal.stderr.write(renderReady(ready, painter(terminal.stderr, terminal.env)));
  await interrupted;
  return EXIT.ok;
};

/** The apps that are asked for. Those of other vendors can be made at the same address, by the control API. */
async function readOrders({ vendor }: EmulateRequest, flags: Flags): Promise<readonly AppOrder[]> {
  refuseForeignFlags(flags, {
    meant: vendor,
    why: `--vendor is "${vendor}"`,
    remedy: (other) => `leave it out, or give --vendor ${other}`,
  });
  const door = await DOORS[vendor].load();
  return (await door.emulator()).readOrders(flags);
}

const untilInterrupted = (terminal: Terminal): Promise<void> =>
  new Promise((resolve) => {
    terminal.onInterrupt(resolve);
  });

async function start({ port, host, tls }: EmulateRequest): Promise<RunningEmulator> {
  try {
    return await startEmulator({ port, host, tls });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    switch (code) {
      case 'EADDRINUSE':
        throw new SettingsError(
          `--port ${port} is taken by another program: give another, or 0 for any free one`,
          {
            cause: error,
          },
        );
      case 'EACCES':
        throw new SettingsError(`--port ${port} may not be used by this user: give one from 1024 on`, {
          cause: error,
        });
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
        throw new SettingsError(
          `--host ${host} is no address of this machine: leave it out, or give one that is`,
          {
            cause: error,
          },
        );
      default:
        throw error;
    }
  }
}

function warnOfStrangers({ host, tls }: EmulateRequest, { stderr, env }: Terminal): void {
  if (isLoopback(host) || host === '::1') return;
  const paint = painter(stderr, env);
  const plain = tls ? '' : ' Without --tls, unpush on other machines will refuse to send a credential here.';
  stderr.write(
    `${paint(['bold', 'yellow'], 'warning')} ${host} lets your network in: whoever reaches it controls the emulator and can read its keys.${plain}\n`,
  );
}
