import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { tlsOptions } from '@unpush/transport/undici';
import type { Finding } from '../../../findings/finding.ts';
import { codeOf } from '../../../findings/failure.ts';
import type { Address } from './tcp.ts';

/** With whom to shake hands. */
export interface TlsAddress extends Address {
  /** Authorities to trust besides Node's own, as PEM. */
  readonly ca: string | undefined;
}

const DAY_MS = 86_400_000;
/** A server that renews by itself does so earlier. */
const SOON_DAYS = 7;

/** Which TLS is spoken there, and how long the certificate holds. */
export async function checkTls(address: TlsAddress): Promise<Finding> {
  const { host, port, ca, timeoutMs } = address;
  const socket = connect({
    host,
    port,
    ...(isIP(host) === 0 && { servername: host }),
    // The sender's own: what is looked at here must be what a recall will meet
    ...tlsOptions(ca),
  });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(timeoutMs) });
    return describe(socket);
  } catch (error) {
    return { status: 'fail', detail: `the TLS handshake failed (${codeOf(error)})` };
  } finally {
    socket.on('error', () => undefined).destroy();
  }
}

function describe(socket: TLSSocket): Finding {
  const protocol = socket.getProtocol() ?? 'unknown version';
  const cipher = socket.getCipher().standardName;
  const { issuer, valid_to: end } = socket.getPeerCertificate();
  const daysLeft = Math.floor((Date.parse(end) - Date.now()) / DAY_MS);
  const issuedBy =
    [issuer.O, issuer.CN].flat().find((name) => name !== undefined && name !== '') ?? 'unknown';
  const detail = `${protocol}, ${cipher}; certificate by ${issuedBy}, ${daysLeft} days left`;
  const facts = { protocol, cipher, issuer: issuedBy, daysLeft };
  if (daysLeft >= SOON_DAYS) return { status: 'ok', detail, facts };
  return {
    status: 'warn',
    detail,
    remedy: "The server's certificate has to be renewed before it ends.",
    facts,
  };
}
