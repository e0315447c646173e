import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { VendorAddress, VendorFigures, VendorSettings } from './vendor-settings.ts';

const PROCESS = fileURLToPath(import.meta.resolve('./vendor-process.ts'));

/** A vendor in a process of its own. */
export interface Vendor extends AsyncDisposable {
  readonly address: VendorAddress;
  /** Ends the process, and says what it saw. */
  stop(): Promise<VendorFigures>;
}

/** Starts a vendor on loopback, over TLS. */
export async function startVendor(settings: VendorSettings): Promise<Vendor> {
  const child = fork(PROCESS, [JSON.stringify(settings)], { execArgv: [] });
  const address = (await messageOf(child)) as VendorAddress; // the first message of vendor-process.ts
  return {
    address,
    stop: async () => {
      const figures = messageOf(child);
      child.send('stop');
      return (await figures) as VendorFigures; // its last message
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.kill()) await once(child, 'exit');
    },
  };
}

async function messageOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const onExit = (): void => ended.abort(new Error('the vendor ended before it was told to'));
  child.once('exit', onExit);
  try {
    const [message] = (await once(child, 'message', { signal: ended.signal })) as [unknown];
    return message;
  } finally {
    child.off('exit', onExit);
  }
}
