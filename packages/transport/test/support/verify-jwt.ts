import { writeFileSync } from 'node:fs';
import { openssl, temporaryDirectory } from './openssl.ts';

/** Has the OpenSSL command line verify a PS256 signature with a salt of 32 bytes; throws if it does not hold. */
export function verifyByOpenssl(jwt: string, privateKey: string): string {
  using directory = temporaryDirectory();
  const at = (name: string): string => `${directory.path}/${name}`;
  const end = jwt.lastIndexOf('.');
  writeFileSync(at('key.pem'), privateKey);
  writeFileSync(at('signed'), jwt.slice(0, end));
  writeFileSync(at('signature'), Buffer.from(jwt.slice(end + 1), 'base64url'));
  openssl('pkey', '-in', at('key.pem'), '-pubout', '-out', at('public.pem'));
  return openssl(
    'dgst',
    '-sha256',
    '-sigopt',
    'rsa_padding_mode:pss',
    '-sigopt',
    'rsa_pss_saltlen:32',
    '-verify',
    at('public.pem'),
    '-signature',
    at('signature'),
    at('signed'),
  );
}
