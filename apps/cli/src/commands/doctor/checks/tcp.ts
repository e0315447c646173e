import { once } from 'node:events';
import { connect } from 'node:net';
import type { Finding } from '../../../findings/finding.ts';
import { codeOf } from '../../../findings/failure.ts';

/** A place on the network. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** How long to wait, in milliseconds. */
  readonly timeoutMs: number;
}

/** Whether something takes connections there. */
export async function checkTcp({ host, port, timeoutMs }: Address): Promise<Finding> {
  const start = performance.now();
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(timeoutMs) });
    const ms = Math.round(performance.now() - start);
    return { status: 'ok', detail: `port ${port} answers (${ms} ms)`, facts: { port, ms } };
  } catch (error) {
    const why =
      error instanceof Error && error.name === 'AbortError' ? `not within ${timeoutMs} ms` : codeOf(error);
    return {
      status: 'fail',
      detail: `no connection to port ${port} of ${host} (${why})`,
      remedy: 'Check host and port of the endpoint, and that no firewall stands between.',
    };
  } finally {
    socket.on('error', () => undefined).destroy();
  }
}
