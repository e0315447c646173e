import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** A key file in Huawei's form. */
export interface KeyFile {
  readonly private_key: string;
  readonly [field: string]: string;
}

/** One that nobody has registered. */
export function strangeServiceAccount(): KeyFile {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    project_id: '101653523863546',
    key_id: randomBytes(16).toString('hex'),
    private_key: privateKey,
    sub_account: '109876543',
    auth_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/authorize',
    token_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
    auth_provider_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/certs',
    client_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/x509?client_id=',
  };
}

/** An access key in the form of Alibaba Cloud's that nobody has made. */
export const strangeAccessKey = (): { readonly accessKeyId: string; readonly accessKeySecret: string } => ({
  accessKeyId: `LTAI5t${randomBytes(9).toString('hex')}`,
  accessKeySecret: randomBytes(15).toString('hex'),
});

/** The body of a private key's PEM, as it stands in its lines. */
export const pemBodyOf = ({ private_key }: KeyFile): readonly string[] =>
  private_key.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
