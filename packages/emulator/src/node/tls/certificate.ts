import { isIP } from 'node:net';
// What @peculiar/x509 is built with wants it, and wants it first
import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
  type Extension,
} from '@peculiar/x509';
import type { webcrypto } from 'node:crypto';

/** ECDSA on P-256 with SHA-256: a key is made in a millisecond. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

type KeyPair = webcrypto.CryptoKeyPair;

/** A certificate and its key. The key exists in memory only. */
export interface Certified {
  readonly name: string;
  readonly keys: KeyPair;
  /** PEM. */
  readonly certificate: string;
}

/** What a certificate says. */
export interface CertificateContent {
  /** The common name. */
  readonly name: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Host names and IP addresses it is for; none: it is an authority. */
  readonly hosts: readonly string[];
  /** Who signs it. Default: itself. */
  readonly issuer?: Certified;
}

/** Makes a key and an X.509 version 3 certificate (RFC 5280) for it. */
export async function makeCertificate(content: CertificateContent): Promise<Certified> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const { name, notBefore, notAfter, hosts, issuer = { name, keys } } = content;
  const certificate = await X509CertificateGenerator.create({
    subject: [{ CN: [name] }],
    issuer: [{ CN: [issuer.name] }],
    notBefore,
    notAfter,
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: issuer.keys.privateKey,
    extensions: [
      ...(hosts.length === 0 ? authorityExtensions() : serverExtensions(hosts)),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.keys.publicKey),
    ],
  });
  return { name, keys, certificate: certificate.toString('pem') };
}

/** The private key as PKCS#8 in PEM, for Node's TLS. */
export async function privateKeyPem({ privateKey }: KeyPair): Promise<string> {
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey));
  return `-----BEGIN PRIVATE KEY-----\n${pkcs8.toString('base64')}\n-----END PRIVATE KEY-----\n`;
}

function authorityExtensions(): readonly Extension[] {
  return [
    new BasicConstraintsExtension(true, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  ];
}

function serverExtensions(hosts: readonly string[]): readonly Extension[] {
  return [
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension(
      hosts.map((value) => ({ type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value })),
    ),
  ];
}
