import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';
import { InvalidRequestError } from '@unpush/core';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * Node's own authorities and `given` besides: giving one's own CA must not make the vendor a stranger.
 *
 * Throws {@link InvalidRequestError} on the field `ca` for what holds no certificate: Node would pass it over
 * in silence, and the handshake would fail for a reason nobody sees.
 */
export function withDefaultAuthorities(given: string | readonly string[]): readonly string[] {
  const own = [given].flat().flatMap((pem) => certificatesIn(pem));
  return [...getCACertificates('default'), ...own];
}

function certificatesIn(pem: string): readonly string[] {
  const found = pem.match(CERTIFICATE);
  if (found === null) {
    throw refuse('must be one or more PEM certificates ("-----BEGIN CERTIFICATE-----"), but holds none');
  }
  for (const certificate of found) {
    try {
      new X509Certificate(certificate);
    } catch (cause) {
      throw refuse('holds a certificate that cannot be read: copy it anew', cause);
    }
  }
  return found;
}

function refuse(problem: string, cause?: unknown): InvalidRequestError {
  return new InvalidRequestError([{ field: 'ca', problem }], { cause });
}
