import { bytesToHex } from './hex.ts';

/** 128 random bits: the gateway refuses a nonce that it has seen in the last quarter of an hour. */
export const randomNonce = (): string => bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
