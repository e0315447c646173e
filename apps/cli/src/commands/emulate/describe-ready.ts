import type { Painter } from '../../terminal/style.ts';
import { formatPlural } from '../../terminal/numbers.ts';
import { quote } from '../../terminal/quote.ts';
import type { FurnishedApp, FurnishedRevoke } from '../../vendors/rooms/emulator-room.ts';

/** Where and how an emulator is reached. */
export interface Reach {
  readonly url: string;
  readonly directory: string;
  /** With TLS: the certificate authority to trust. */
  readonly caFile?: string;
}

/** An emulator that runs. */
export interface Ready extends Reach {
  readonly apps: readonly ReadyApp[];
}

/** An app of it, with command lines to try. */
export interface ReadyApp extends FurnishedApp {
  readonly commands: readonly (Pick<FurnishedRevoke, 'fact' | 'label'> & { readonly command: string })[];
}

/** Puts it all together. */
export const describeReady = (reach: Reach, apps: readonly FurnishedApp[]): Ready => ({
  ...reach,
  apps: apps.map((app) => ({
    ...app,
    commands: app.revokes.map((revoke) => ({ ...revoke, command: commandOf(revoke, reach) })),
  })),
});

/** What `--json` prints. */
export const readyObject = ({ apps, ...reach }: Ready): Readonly<Record<string, unknown>> => ({
  ...reach,
  apps: apps.map(({ facts, commands }) => ({
    ...facts,
    ...Object.fromEntries(commands.map(({ fact, command }) => [fact, command])),
  })),
});

function commandOf({ flags }: FurnishedRevoke, { url, caFile }: Reach): string {
  const words: readonly (readonly string[])[] = [
    ['--endpoint', url],
    ...(caFile === undefined ? [] : [['--ca', caFile]]),
    ...flags,
  ];
  return ['unpush revoke', ...words.map((pair) => pair.map(quote).join(' '))].join(' ');
}

/** The same for a person. */
export function renderReady({ url, directory, caFile, apps }: Ready, paint: Painter): string {
  const rows: readonly (readonly [string, string])[] = [
    ['address', paint('bold', url)],
    ...(caFile === undefined ? [] : [['CA', caFile] as const]),
    ['files', directory],
  ];
  const blocks = apps.map(({ name, devices, shows, files, commands }) => {
    const column = Math.max(...files.map(([label]) => label.length));
    return [
      `App ${paint('bold', name)}: ${formatPlural(devices, 'phone')}, each showing ${shows}`,
      ...files.map(([label, path]) => `  ${label.padEnd(column)}  ${path}`),
      ...commands.flatMap(({ label, command }) => [`  ${label}:`, `    ${command}`]),
    ].join('\n');
  });
  const head = rows.map(([label, value]) => `  ${label.padEnd(7)}  ${value}`).join('\n');
  return `The emulator is ready. Nothing here reaches a real phone.\n${head}\n\n${blocks.join('\n\n')}\n\nCtrl-C ends it.\n`;
}
