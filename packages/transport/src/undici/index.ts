export { readAccessKeyFile, type AccessKeyFile } from './access-key-file.ts';
export { readServiceAccountFile, type ServiceAccountFile } from './service-account-file.ts';
export { tlsOptions, type TlsOptions } from './tls.ts';
export { undiciFetch, type UndiciFetch, type UndiciFetchOptions } from './undici-fetch.ts';
export { undiciSender, type Timeouts, type UndiciSender, type UndiciSenderOptions } from './undici-sender.ts';
