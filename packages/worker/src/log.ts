/** Where a gateway writes what whoever runs the gateway has to know. Never a secret. */
export type Log = (line: string) => void;

// eslint-disable-next-line no-console -- what a Worker writes here is its log
export const consoleLog: Log = (line) => console.error(line);
