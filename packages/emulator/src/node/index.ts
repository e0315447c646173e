export { type RunningEmulator, type StartOptions, startEmulator } from './start-emulator.ts';
export type { TlsFault } from './tls/tls-server-options.ts';
