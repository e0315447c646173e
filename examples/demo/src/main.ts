import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { maskTarget } from '@unpush/core';
import { NOTIFY_ID, PHONES, QUOTA, setScene, type Scene } from './scene.ts';

const CLI = fileURLToPath(
  import.meta.resolve('unpush/package.json').replace(/package\.json$/, 'dist/bin.js'),
);
const count = new Intl.NumberFormat('en');

const say = (text = ''): void => {
  process.stdout.write(`${text}\n`);
};
const heading = (text: string): void => {
  say(`\n${styleText('bold', `── ${text}`)}`);
};

await using scene = await setScene();

heading('What has happened');
say(`At 2 a.m. a wrong notification (notifyId ${NOTIFY_ID}) went to ${count.format(PHONES)} phones of the app "shop".
Huawei Push Kit is played by an emulator on this machine, at ${scene.url}.
It allows the app ${count.format(QUOTA)} phones a second. One person has tapped the notification already.`);
scene.tap(scene.watched[2] ?? '');

heading('Three of the phones, before');
showPhones(scene);

heading('The recall, by the real command line');
const { account, ca, tokens } = scene.files;
const flags = ['--client-id', scene.clientId, '--service-account', account, '--ca', ca];
const recall = ['revoke', ...flags, '--endpoint', scene.url, '--notify-id', String(NOTIFY_ID)];
const code = await unpush([
  ...recall,
  ...['--tokens', tokens, '--column', 'push_token', '--quota', String(QUOTA)],
  ...['--report', 'report.ndjson', '--confirm', String(NOTIFY_ID)],
]);
say(
  `The command ended with exit code ${code}: 3 says that it finished, and that some tokens were not accepted.`,
);

heading('The same three phones, after');
showPhones(scene);
say('A notification that was tapped cannot be taken back, and the vendor does not tell which those are.');

heading('The first lines of the report (tokens are whole in the file, and masked here)');
const codes = await showReport(join(scene.folder, 'report.ndjson'));

const [worst] = codes;
if (worst !== undefined) {
  heading(`What does ${worst} mean?`);
  await unpush(['explain', worst]);
}
heading('Now you');
say('Play the vendor yourself, with a command ready to paste:  npm run --silent unpush -- emulate --tls');
// 3: finished, and some tokens not accepted; that is what the scene is about
process.exitCode = code === 3 && codes.length > 0 ? 0 : 1;

function showPhones({ watched, tray }: Scene): void {
  watched.forEach((token, index) => {
    const shown = tray(token).map(({ title }) => `[${title}]`);
    say(`  phone ${index + 1} (${maskTarget(token)})  ${shown.join(' ') || '(nothing)'}`);
  });
}

/** Runs the built command line on this very terminal. */
async function unpush(args: readonly string[]): Promise<number> {
  say(styleText('dim', `$ unpush ${args.join(' ')}\n`));
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: 'inherit',
    cwd: scene.folder,
    // A ledger that goes with the scene: no recall of a made-up phone among real ones
    env: { ...process.env, XDG_STATE_HOME: scene.folder },
  });
  // Ctrl-C reaches both; the command line stops its recall, and we wait for what it says
  const stay = (): void => undefined;
  process.on('SIGINT', stay);
  const [exit] = (await once(child, 'exit')) as [number | null];
  process.off('SIGINT', stay);
  return exit ?? 1;
}

interface ReportLine {
  readonly target: string;
  readonly outcome: string;
  readonly code?: string;
}

/** Shows a few lines, and gives the codes that rejected tokens got. */
async function showReport(path: string): Promise<readonly string[]> {
  const codes = new Set<string>();
  let lines = 0;
  for await (const text of createInterface({ input: createReadStream(path) })) {
    const line = JSON.parse(text) as ReportLine; // our own report, which holds such lines only
    if (line.outcome === 'rejected' && line.code !== undefined) codes.add(line.code);
    lines += 1;
    if (lines <= 5) say(`  ${JSON.stringify({ ...line, target: maskTarget(line.target) })}`);
  }
  say(`  … ${count.format(lines)} lines in all`);
  return [...codes];
}
