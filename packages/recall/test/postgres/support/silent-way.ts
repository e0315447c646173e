import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A way to a server, whose connections can be cut, or fall silent without a word as behind a firewall. */
export interface SilentWay {
  /** The same database by this way. */
  readonly url: string;
  /** Ends all connections. */
  readonly cut: () => void;
  /** From now on nothing passes by the connections there are; new ones work. */
  readonly forget: () => void;
  /** Whether new connections pass nothing either. */
  readonly swallow: (everything: boolean) => void;
}

export async function silentWay(to: string): Promise<SilentWay> {
  const pairs = new Set<{ readonly ends: readonly Socket[]; silent: boolean }>();
  let swallows = false;
  const proxy = createServer((near) => {
    const far = connect(Number(new URL(to).port), '127.0.0.1');
    const pair = { ends: [near, far], silent: false };
    pairs.add(pair);
    const pass = (from: Socket, into: Socket): void => {
      from.on('data', (bytes) => {
        if (!swallows && !pair.silent) into.write(bytes);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        pairs.delete(pair);
        into.destroy();
      });
    };
    pass(near, far);
    pass(far, near);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const cut = (): void => {
    for (const { ends } of pairs) for (const end of ends) end.destroy();
  };
  onTestFinished(() => {
    cut();
    proxy.close();
  });
  const url = new URL(to);
  url.port = String((proxy.address() as AddressInfo).port); // of TCP
  return {
    url: url.href,
    cut,
    forget() {
      for (const pair of pairs) pair.silent = true;
    },
    swallow: (everything) => void (swallows = everything),
  };
}
