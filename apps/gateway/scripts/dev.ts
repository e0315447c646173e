// `pnpm --filter gateway dev`: the gateway in wrangler's local runtime, and emulated phones behind it.
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setScene } from './local/scene.ts';
import { portOf } from './local/port.ts';
import { startWrangler } from './local/wrangler.ts';

const PHONES = 5000;
/** Slow enough to be watched. */
const DEVICES_PER_SECOND = 250;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

let port: number;
try {
  port = await portOf(process.env['PORT'] ?? '8787');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
process.stdout.write(
  `Making ${String(PHONES)} emulated phones, and starting the gateway in wrangler's local runtime: some seconds.\n`,
);
const folder = await mkdtemp(join(tmpdir(), 'unpush-gateway-'));
try {
  const scene = await setScene({ phones: PHONES });
  await using running = scene.running;
  running.emulator.huawei.setQuota(scene.clientId, { devicesPerSecond: DEVICES_PER_SECOND });
  const list = join(folder, 'tokens.txt');
  await writeFile(list, `${scene.tokens.join('\n')}\n`, { mode: 0o600 });
  const { vars } = scene;
  await using gateway = await startWrangler({
    folder,
    vars,
    port,
    // The log of the Worker is worth most where something goes wrong
    onSaid: (text) => process.stderr.write(text),
    ...(running.caPem === undefined ? {} : { caPem: running.caPem }),
  });
  process.stdout.write(`
The gateway:  ${gateway.url}   (the page; ${gateway.url}/openapi.json)
Access key:   ${scene.key}
The mistake:  notifyId ${String(scene.notifyId)}, push type notification, on ${String(PHONES)} emulated phones
Their tokens: ${list}
Their quota:  ${String(DEVICES_PER_SECOND)} devices a second, the emulator's own, so that there is something to watch: the first
              requests are throttled until the gateway has found its pace
Also there:   the app bank, by mPaaS: task id ${scene.bank.taskId}, which is taken back without a list

  curl '${gateway.url}/v1/apps/shop/recalls?notifyId=${String(scene.notifyId)}&pushType=notification' \\
    -H 'Authorization: Bearer ${scene.key}' -H 'Content-Type: text/plain' --data-binary @${list}

What the gateway logs is printed below. Ctrl-C ends both, and takes the key and the tokens with it.
`);
  if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
} finally {
  await rm(folder, { recursive: true, force: true });
}
