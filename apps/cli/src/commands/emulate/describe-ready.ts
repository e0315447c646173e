import type { Painter } from '../../terminal/style.ts';
import { formatPlural } from '../../terminal/numbers.ts';
import type { FurnishedApp } from './furnish.ts';

/** An emulator that runs, as `--json` prints it. */
export interface Ready {
  readonly url: string;
  readonly directory: string;
  /** With TLS: the certificate authority to trust. */
  readonly caFile?: string;
  readonly apps: readonly ReadyApp[];
}

/** An app of it, with a command line to try. */
export interface ReadyApp extends FurnishedApp {
  readonly revokeCommand: string;
}

/** Where and how an emulator is reached. */
export type Reach = Omit<Ready, 'apps'>;

/** Puts it all together. */
export const describeReady = (reach: Reach, apps: readonly FurnishedApp[]): Ready => ({
  ...reach,
  apps: apps.map((app) => ({ ...app, revokeCommand: revokeCommand(app, reach) })),
});

function revokeCommand(app: FurnishedApp, { url, caFile }: Reach): string {
  const words = [
    ['--endpoint', url],
    ...(caFile === undefined ? [] : [['--ca', caFile]]),
    ['--service-account', app.serviceAccountFile],
    ['--client-id', app.clientId],
    ['--notify-id', String(app.notifyId)],
    ['--tokens', app.tokensFile],
  ];
  return ['unpush revoke', ...words.map((pair) => pair.map(quote).join(' '))].join(' ');
}

/** For a shell to read as one word. */
const quote = (word: string): string =>
  /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The same for a person. */
export function renderReady({ url, directory, caFile, apps }: Ready, paint: Painter): string {
  const rows: readonly (readonly [string, string])[] = [
    ['address', paint('bold', url)],
    ...(caFile === undefined ? [] : [['CA', caFile] as const]),
    ['files', directory],
  ];
  const blocks = apps.map((app) => {
    const phones = formatPlural(app.devices, 'phone');
    return [
      `App ${paint('bold', app.clientId)}: ${phones}, each showing notifyId ${app.notifyId}`,
      `  key     ${app.serviceAccountFile}`,
      `  tokens  ${app.tokensFile}`,
      '  Take it back:',
      `    ${app.revokeCommand}`,
    ].join('\n');
  });
  const head = rows.map(([label, value]) => `  ${label.padEnd(7)}  ${value}`).join('\n');
  return `The emulator is ready. Nothing here reaches a real phone.\n${head}\n\n${blocks.join('\n\n')}\n\nCtrl-C ends it.\n`;
}
