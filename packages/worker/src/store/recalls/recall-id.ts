const BYTES = 5;

/** As recalls are called everywhere: `r-4d2a90c7e1`. */
export const newRecallId = (): string =>
  `r-${Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
