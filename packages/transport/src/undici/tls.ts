import { createSecureContext, type SecureContext } from 'node:tls';
import { withDefaultAuthorities } from './certificate-authorities.ts';

/** What every connection is made with: spread it into the options of `connect` in `node:tls`. */
export interface TlsOptions {
  readonly secureContext: SecureContext;
  readonly rejectUnauthorized: true;
}

/** Node's own suites with an ephemeral key exchange and authenticated encryption; the vendor closed the others. */
const SUITES = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');

/**
 * How {@link undiciSender} speaks TLS: 1.2 or newer, ECDHE with authenticated encryption, certificates always
 * verified. There is no option to weaken it. For whoever looks at the same server by other means.
 *
 * `ca` are authorities, as PEM, to trust *besides* Node's own. Throws `InvalidRequestError` on the field `ca` for
 * what holds no certificate.
 *
 * @example
 * ```ts
 * const socket = connect({ host, port: 443, servername: host, ...tlsOptions() });
 * ```
 */
export function tlsOptions(ca?: string | readonly string[]): TlsOptions {
  return {
    // Made once: parsing all authorities for each connection would cost more than the handshake
    secureContext: createSecureContext({
      minVersion: 'TLSv1.2',
      ciphers: SUITES,
      ...(ca !== undefined && { ca: [...withDefaultAuthorities(ca)] }),
    }),
    // Said outright, because NODE_TLS_REJECT_UNAUTHORIZED=0 only changes the default
    rejectUnauthorized: true,
  };
}
