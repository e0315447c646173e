import { once } from 'node:events';
import { type Server, createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { isIPv6 } from 'node:net';
import { type Emulator, createEmulator } from '../emulator.ts';
import { createListener } from './listener.ts';
import { OpenSockets } from './open-sockets.ts';
import { type TlsFault, type TlsIdentity, makeTlsIdentity } from './tls/tls-server-options.ts';

/** How an emulator is put on a port. */
export interface StartOptions {
  /** Default 0: any free one. */
  readonly port?: number;
  /** The address to listen on. Default 127.0.0.1, so that nobody else can reach it. */
  readonly host?: string;
  /** HTTPS under a certificate of its own, with or without something wrong with it. Default false: HTTP. */
  readonly tls?: boolean | { readonly fault?: TlsFault };
  /**
   * An emulator that exists already; stays usable after `close`. Default: a new one that answers control
   * requests under `host` as well.
   */
  readonly emulator?: Emulator;
}

/** An emulator on a port. */
export interface RunningEmulator extends AsyncDisposable {
  /** Where it is, without a slash at the end: `https://localhost:4433`. */
  readonly url: string;
  readonly port: number;
  /** With TLS: the certificate to trust, in PEM. */
  readonly caPem?: string;
  readonly emulator: Emulator;
  /** Stops listening and ends every connection at once, stalled ones too. */
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 60_000;

/**
 * Puts an emulator on a port of this machine.
 *
 * @throws the system's error (EADDRINUSE and the like) if it cannot listen there.
 * @example
 * ```ts
 * await using running = await startEmulator({ tls: true });
 * const { clientId, serviceAccount } = await running.emulator.huawei.createApp();
 * // … point a client at running.url, and let it trust running.caPem …
 * ```
 */
export async function startEmulator(options: StartOptions = {}): Promise<RunningEmulator> {
  const { port = 0, host = '127.0.0.1', tls = false } = options;
  const emulator = options.emulator ?? createEmulator({ allowedHosts: [isIPv6(host) ? `[${host}]` : host] });
  const identity =
    tls === false ? undefined : await makeTlsIdentity({ hosts: hostsFor(host), fault: faultOf(tls) });
  const server = makeServer(identity);
  const sockets = new OpenSockets(server);
  const listen = createListener(emulator, sockets);
  server.on('request', (incoming, outgoing) => void listen(incoming, outgoing));
  server.listen(port, host);
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    sockets.destroyAll();
    await closed;
  };
  const actualPort = portOf(server);
  return {
    url: `${identity === undefined ? 'http' : 'https'}://${nameOf(host)}:${actualPort}`,
    port: actualPort,
    ...(identity === undefined ? {} : { caPem: identity.caPem }),
    emulator,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function makeServer(identity: TlsIdentity | undefined): Server {
  const timeouts = { keepAliveTimeout: KEEP_ALIVE_MS };
  return identity === undefined
    ? createHttpServer(timeouts)
    : createHttpsServer({ ...timeouts, ...identity.options });
}

function faultOf(tls: true | { readonly fault?: TlsFault }): TlsFault | undefined {
  return tls === true ? undefined : tls.fault;
}

/** The names that its certificate is for. */
function hostsFor(host: string): readonly string[] {
  return [...new Set(['localhost', '127.0.0.1', '::1', host])];
}

/** The host as it stands in a URL. All addresses at once is not one that can be called. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
