import type { Terminal } from '../../terminal/terminal.ts';
import { languageOf } from '../../terminal/language.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import type { GatewayPlace } from '../place/find-gateway.ts';
import { readGatewayCredentials } from '../place/credentials.ts';
import type { AppAnswer, RecallAnswer } from './api.ts';
import { createGatewayCommands, type GatewayCommands } from './gateway-commands.ts';
import { notAGateway, openClient, type GatewayApi } from './open-client.ts';

/** An app at a gateway, ready to be called. */
export interface Gateway extends AsyncDisposable {
  readonly api: GatewayApi;
  readonly url: string;
  readonly host: string;
  /** The gateway's own name of the app. */
  readonly app: string;
  readonly commands: GatewayCommands;
  /** What the gateway says of its apps. */
  apps(): Promise<readonly AppAnswer[]>;
}

/**
 * Opens the app that is meant, which is asked for where nobody has named it and there is only one. Throws
 * `SettingsError` and `GatewayError`.
 */
export async function openGateway(place: GatewayPlace, { env }: Pick<Terminal, 'env'>): Promise<Gateway> {
  const { url, host } = place;
  const credentials = await readGatewayCredentials(place.settings, env);
  const client = await openClient(place, { credentials, language: languageOf({ env }) });
  const { api } = client;
  try {
    const apps = async (): Promise<readonly AppAnswer[]> =>
      dataOf(await api.GET('/v1/apps'), { host, looksRight: ({ apps: all }) => Array.isArray(all) }).apps;
    const app = place.app ?? onlyApp(await apps(), host);
    return { ...client, url, host, app, apps, commands: createGatewayCommands({ url, app }) };
  } catch (error) {
    await client[Symbol.asyncDispose]();
    throw error;
  }
}

function onlyApp(apps: readonly AppAnswer[], host: string): string {
  const [only, ...more] = apps;
  if (only !== undefined && more.length === 0) return only.name;
  const names = apps.map(({ name }) => name).join(', ');
  throw new SettingsError(
    only === undefined
      ? `the key may be used for no app of the gateway ${host}: use another key`
      : `--app is missing: this key may be used for several apps of the gateway ${host}: ${names}`,
  );
}

/** What an answer holds. Throws `GatewayError` where it is not what a gateway says. */
export function dataOf<T>(
  answer: { readonly data?: T | undefined },
  { host, looksRight }: { readonly host: string; readonly looksRight: (data: T) => boolean },
): T {
  const { data } = answer;
  if (typeof data === 'object' && data !== null && looksRight(data)) return data;
  throw notAGateway(host);
}

/** The recall that an answer tells of. Throws `GatewayError` where it tells of none. */
export const recallIn = (
  answer: { readonly data?: RecallAnswer | undefined },
  { host }: Pick<Gateway, 'host'>,
): RecallAnswer => dataOf(answer, { host, looksRight: isRecall });

/** The fields without which nothing can be told of it. The gateway may be of another version. */
export const isRecall = (given: Partial<RecallAnswer>): boolean =>
  typeof given.recallId === 'string' &&
  typeof given.state === 'string' &&
  typeof given.targets === 'object' &&
  typeof given.requests === 'object' &&
  typeof given.codes === 'object' &&
  typeof given.selector === 'object' &&
  Array.isArray(given.audit);

/** Reads one recall. */
export const readRecall = async (gateway: Gateway, id: string): Promise<RecallAnswer> =>
  recallIn(
    await gateway.api.GET('/v1/apps/{app}/recalls/{id}', { params: { path: { app: gateway.app, id } } }),
    gateway,
  );
