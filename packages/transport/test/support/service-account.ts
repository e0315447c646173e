/** The shape of the file that AppGallery Connect gives out, with invented values. */
export function accountFile(privateKey: string): Record<string, string> {
  return {
    project_id: '388421841221000000',
    key_id: '0d2c1e6a4b5f47c98a7b6c5d4e3f2a1b',
    private_key: privateKey,
    sub_account: '114514191',
    auth_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/authorize',
    // Never read: the audience is fixed
    token_uri: 'https://stranger.example/token',
    auth_provider_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/certs',
    client_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/x509?client_id=',
  };
}
