import createClient, { type Client } from 'openapi-fetch';
import type { Language } from '@unpush/core';
import { undiciFetch } from '@unpush/transport/undici';
import { readCa } from '../../connection/sender.ts';
import { GatewayError } from '../gateway-error.ts';
import { ACCESS_VARIABLES } from '../place/access-token.ts';
import { credentialHeaders, type GatewayCredentials } from '../place/credentials.ts';
import type { GatewayPlace } from '../place/find-gateway.ts';
import type { Paths } from './api.ts';
import { createGatewayCommands } from './gateway-commands.ts';
import { problemError, type Answering } from './problem-error.ts';

/** The calls that a gateway answers. Each throws {@link GatewayError} for an answer without success, and for none. */
export type GatewayApi = Client<Paths>;

/** A client that holds connections. */
export interface OpenClient extends AsyncDisposable {
  readonly api: GatewayApi;
}

/** Makes ready to call a gateway. Nothing is sent yet. Throws `SettingsError` for a CA that cannot be read. */
export async function openClient(
  { url, host, app, settings: { ca, proxy } }: GatewayPlace,
  { credentials, language }: { readonly credentials: GatewayCredentials; readonly language: Language },
): Promise<OpenClient> {
  const fetch = undiciFetch({
    proxy: proxy?.value ?? 'environment',
    ...(ca !== undefined && { ca: await readCa(ca.value) }),
  });
  const api = createClient<Paths>({ baseUrl: url, fetch });
  const commands = createGatewayCommands({ url, app });
  const answering: Answering = { host, commands, list: commands.list };
  api.use({
    onRequest({ request }) {
      for (const [name, value] of Object.entries(credentialHeaders(credentials)))
        request.headers.set(name, value);
      request.headers.set('Accept-Language', language);
      return request;
    },
    async onResponse({ response, request, options }) {
      await refuse(response, answering);
      const isRead = options.parseAs === 'json' && response.status !== 204 && request.method !== 'HEAD';
      return isRead ? readJson(response, host) : undefined;
    },
    onError: ({ error }) => noAnswer(error, host),
  });
  return { api, [Symbol.asyncDispose]: () => fetch.close() };
}

async function refuse(response: Response, answering: Answering): Promise<void> {
  const { status, headers, ok } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    throw new GatewayError(
      `${answering.host} redirects elsewhere (HTTP ${status}), and the key goes to no other host: give the URL that the gateway has by itself; where a login of Cloudflare Access stands before it, set ${ACCESS_VARIABLES.join(' and ')} to those of a service token that its policy lets through`,
      { status },
    );
  }
  if (ok && headers.get('Content-Type')?.startsWith('text/html') === true) {
    await response.body?.cancel();
    throw new GatewayError(
      `what answers at ${answering.host} is a web page, and not a recall gateway: check the URL, and whether a proxy or a login stands before it (a service token of Cloudflare Access is taken from ${ACCESS_VARIABLES.join(' and ')})`,
      { status },
    );
  }
  if (!ok) throw await problemError(response, answering);
}

/** Reads an answer here, where one that breaks off, or is none, can be told for what it is. */
async function readJson(response: Response, host: string): Promise<Response> {
  const { status, headers } = response;
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw noAnswer(error, host);
  }
  try {
    JSON.parse(text);
  } catch {
    throw notAGateway(host);
  }
  return new Response(text, { status, headers });
}

/** The error where somebody else answers. */
export const notAGateway = (host: string): GatewayError =>
  new GatewayError(
    `what answers at ${host} is not a recall gateway, or one of another version: check the URL`,
  );

/** The error that stands for an answer that did not come. An abort stays what it is. */
export function noAnswer(error: unknown, host: string): Error {
  if (GatewayError.isInstance(error)) return error;
  if (error instanceof Error && error.name === 'AbortError') return error;
  return new GatewayError(
    `the gateway ${host} cannot be reached, or has broken off: ${reasonOf(error)}. Check the URL and this network (for a certificate authority of your own: --ca FILE)`,
    { cause: error },
  );
}

/** What fetch says is only that it failed; why lies beneath. */
function reasonOf(error: unknown): string {
  const beneath = error instanceof Error ? error.cause : undefined;
  const told = beneath instanceof Error ? beneath : error;
  if (!(told instanceof Error)) return String(told);
  const code = 'code' in told && typeof told.code === 'string' ? told.code : '';
  return [code, told.message].filter(Boolean).join(', ');
}
