import { lookup } from 'node:dns/promises';
import type { Finding } from '../../../findings/finding.ts';
import { codeOf } from '../../../findings/failure.ts';

/** Whether the host has an address. */
export async function checkDns(hostname: string): Promise<Finding> {
  const start = performance.now();
  try {
    const found = await lookup(hostname, { all: true });
    const addresses = found.map(({ address }) => address);
    const ms = Math.round(performance.now() - start);
    return {
      status: 'ok',
      detail: `${addresses.join(', ')} (${ms} ms)`,
      facts: { addresses: addresses.join(' '), ms },
    };
  } catch (error) {
    return {
      status: 'fail',
      detail: `the host name ${hostname} was not found (${codeOf(error)})`,
      remedy: "Check its spelling, and this machine's network, VPN and DNS.",
    };
  }
}
