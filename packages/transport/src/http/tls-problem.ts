import { maskSecrets } from '@unpush/core';
import type { CodedError } from './error-codes.ts';

const LONGEST_NAMES = 200;

/** What is wrong with the TLS of `host`, and what to do; `undefined` if the error is of another kind. */
export function tlsProblem(host: string, { code, error }: CodedError): string | undefined {
  const known = PROBLEMS[code];
  if (known !== undefined) return known(host, error);
  if (!isTls(code)) return undefined;
  return `The TLS handshake with ${host} failed (${code}). Check that the endpoint is the right one and that no proxy stands between.`;
}

type Problem = (host: string, error: object) => string;

const unknownAuthority: Problem = (host) =>
  `The certificate of ${host} comes from an authority that this machine does not trust. If the server or a proxy on the way is your own, give its CA with --ca FILE (in code: ca); otherwise somebody stands between you and ${host}.`;

const selfSigned: Problem = (host) =>
  `The certificate of ${host} is signed by itself, not by an authority that this machine trusts. If the server is your own, give its certificate with --ca FILE (in code: ca); otherwise somebody stands between you and ${host}.`;

const tooOld: Problem = (host) =>
  `${host} offers no TLS 1.2 or newer, and nothing older is spoken here. Update that server, or check that the endpoint is the right one.`;

const noCommonSuite: Problem = (host) =>
  `${host} shares no cipher suite with this client (ECDHE with AES-GCM or ChaCha20 only). Update that server, or check that the endpoint is the right one.`;

const PROBLEMS: Readonly<Record<string, Problem>> = {
  CERT_HAS_EXPIRED: (host) =>
    `The certificate of ${host} has expired. Check this machine's date first; if it is right, the server needs a new certificate.`,
  CERT_NOT_YET_VALID: (host) =>
    `The certificate of ${host} is not valid yet. Check this machine's date: it is probably behind.`,
  CERT_REVOKED: (host) => `The certificate of ${host} was revoked. Do not trust that server.`,
  ERR_TLS_CERT_ALTNAME_INVALID: (host, error) =>
    `The certificate is not for ${host} but for ${namesIn(error)}. Check the endpoint's host name; if it is right, somebody stands between you and ${host}.`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  CERT_UNTRUSTED: unknownAuthority,
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  ERR_SSL_UNSUPPORTED_PROTOCOL: tooOld,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: tooOld,
  ERR_SSL_WRONG_SSL_VERSION: tooOld,
  ERR_SSL_NO_PROTOCOLS_AVAILABLE: tooOld,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: noCommonSuite,
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE': noCommonSuite,
  ERR_SSL_WRONG_VERSION_NUMBER: (host) =>
    `${host} does not answer with TLS: it may speak plain HTTP on this port. Check the endpoint's port.`,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: (host) =>
    `${host} does not answer with TLS: it may speak plain HTTP on this port. Check the endpoint's port.`,
  UND_ERR_PRX_TLS: (host) =>
    `The certificate of the proxy on the way to ${host} is not for the proxy's host name. Check the proxy's URL.`,
};

/** The codes of OpenSSL's certificate check are a closed list without a common beginning. */
const CERTIFICATE =
  /^(?:CERT_|CRL_|UNABLE_TO_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|ERROR_IN_CERT_|EE_KEY_|CA_)/;

function isTls(code: string): boolean {
  return code === 'EPROTO' || /^ERR_(?:TLS|SSL|OSSL)_/.test(code) || CERTIFICATE.test(code);
}

function namesIn(error: object): string {
  const certificate = 'cert' in error && typeof error.cert === 'object' ? error.cert : null;
  const names =
    certificate !== null && 'subjectaltname' in certificate ? certificate.subjectaltname : undefined;
  if (typeof names !== 'string' || names === '') return 'another host';
  // A stranger wrote this text
  const readable = maskSecrets(names.replaceAll(/DNS:|IP Address:/g, '').slice(0, LONGEST_NAMES));
  return names.length > LONGEST_NAMES ? `${readable}…` : readable;
}
