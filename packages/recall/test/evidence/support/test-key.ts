/** The key of RFC 8032, section 7.1, test 1: everybody knows it. */
const PKCS8 =
  '302e020100300506032b657004220420' + '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';

const pemOf = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der.toString('base64')}\n-----END ${label}-----\n`;

export const SIGNING_PEM = pemOf('PRIVATE KEY', Buffer.from(PKCS8, 'hex'));

/** Its public half, as OpenSSL writes it. */
export const PUBLIC_PEM =
  '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n';

/** `openssl pkey -pubin -in public-key.pem -outform DER | sha256sum` */
export const FINGERPRINT = '06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9';
