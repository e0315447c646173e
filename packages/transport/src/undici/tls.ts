import { createSecureContext, type SecureContext } from 'node:tls';
import { withDefaultAuthorities } from './certificate-authorities.ts';

/** What every connection is made with. */
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

/** How TLS is spoken; there is no option to weaken it. */
export function tlsOptions(ca: string | readonly string[] | undefined): TlsOptions {
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
