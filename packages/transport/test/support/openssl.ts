import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory of the test's own, gone when it is disposed. */
export function temporaryDirectory(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'unpush-transport-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs the OpenSSL command line: a program that none of us wrote. */
export function openssl(...words: readonly string[]): string {
  return execFileSync('openssl', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A certificate and its key, as PEM. */
export interface Certified {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority for one test file. */
export interface Authority {
  readonly cert: string;
  /** A server certificate for `names`, such as `IP:127.0.0.1,DNS:localhost`. */
  issue(names: string, options?: { readonly expired?: boolean }): Certified;
}

/** Makes an authority in `directory`. */
export function makeAuthority(directory: string): Authority {
  const at = (name: string): string => join(directory, name);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-days',
    '30',
    '-subj',
    '/CN=unpush test CA',
  );
  let serial = 0;
  return {
    cert: readFileSync(at('ca.pem'), 'utf8'),
    issue: (names, { expired = false } = {}) => {
      const name = `leaf-${(serial += 1)}`;
      // OpenSSL 3.0 has no -not_after, but counts days backwards
      const days = ['-days', expired ? '-1' : '30'];
      openssl(
        'req',
        ...key,
        '-keyout',
        at(`${name}.key`),
        '-out',
        at(`${name}.csr`),
        '-subj',
        '/CN=server',
        '-addext',
        `subjectAltName=${names}`,
      );
      issueCertificate({ directory, name, days });
      return { cert: readFileSync(at(`${name}.pem`), 'utf8'), key: readFileSync(at(`${name}.key`), 'utf8') };
    },
  };
}

interface Issue {
  readonly directory: string;
  readonly name: string;
  readonly days: readonly string[];
}

function issueCertificate({ directory, name, days }: Issue): void {
  const at = (file: string): string => join(directory, file);
  openssl(
    'x509',
    '-req',
    '-in',
    at(`${name}.csr`),
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-out',
    at(`${name}.pem`),
    '-copy_extensions',
    'copyall',
    ...days,
  );
}
