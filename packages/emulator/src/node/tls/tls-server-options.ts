import type { TlsOptions } from 'node:tls';
import { makeCertificate, privateKeyPem } from './certificate.ts';

/** What can be wrong with a server's TLS. */
export type TlsFault =
  | 'wrong-host-name' // the certificate is for wrong.example
  | 'expired' // the certificate ended yesterday
  | 'unknown-ca' // the certificate is from another authority than `caPem`
  | 'tls-1.1'; // the server offers TLS 1.1 and nothing newer

/** How a server identifies itself, and the authority to trust. */
export interface TlsIdentity {
  readonly options: Pick<TlsOptions, 'key' | 'cert' | 'minVersion' | 'maxVersion' | 'ciphers'>;
  /** The authority's certificate in PEM, for clients. */
  readonly caPem: string;
}

const DAY_MS = 86_400_000;

/** Makes a throw-away authority and a certificate for `hosts`. Their keys are never written anywhere. */
export async function makeTlsIdentity({
  hosts,
  fault,
}: {
  readonly hosts: readonly string[];
  readonly fault?: TlsFault | undefined;
}): Promise<TlsIdentity> {
  const trusted = await makeAuthority();
  const leaf = await makeCertificate({
    name: 'unpush emulator',
    ...validity(fault === 'expired' ? -1 : 30),
    hosts: fault === 'wrong-host-name' ? ['wrong.example'] : hosts,
    issuer: fault === 'unknown-ca' ? await makeAuthority() : trusted,
  });
  const key = await privateKeyPem(leaf.keys);
  return { options: { key, cert: leaf.certificate, ...versions(fault) }, caPem: trusted.certificate };
}

function makeAuthority(): ReturnType<typeof makeCertificate> {
  return makeCertificate({ name: 'unpush emulator, throw-away authority', ...validity(30), hosts: [] });
}

function validity(daysLeft: number): { readonly notBefore: Date; readonly notAfter: Date } {
  return {
    notBefore: new Date(Date.now() - 30 * DAY_MS),
    notAfter: new Date(Date.now() + daysLeft * DAY_MS),
  };
}

function versions(fault: TlsFault | undefined): TlsIdentity['options'] {
  // OpenSSL 3 has TLS 1.1 at security level 0 only.
  return fault === 'tls-1.1'
    ? { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }
    : { minVersion: 'TLSv1.2' };
}
