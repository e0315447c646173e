export { readServiceAccountFile, type ServiceAccountFile } from './service-account-file.ts';
export { undiciSender, type Timeouts, type UndiciSender, type UndiciSenderOptions } from './undici-sender.ts';
