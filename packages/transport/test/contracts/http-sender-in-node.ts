import { expect, it } from 'vitest';
import type { HttpSender } from '../../src/index.ts';
import { openHere } from '../support/scripted/open-here.ts';
import { deadPort } from '../support/scripted/script.ts';
import { failureOf, itIsAnHttpSender, requestTo } from './http-sender.ts';

/** What every sender does in Node, which tells why there was no answer, and warns of listeners that pile up. */
export function itIsAnHttpSenderInNode(send: HttpSender): void {
  itIsAnHttpSender(send, { open: openHere, isToldWhy: 'told' });

  it('says that nobody listens, and what to look at', async () => {
    const error = await failureOf(send(requestTo(`http://127.0.0.1:${await deadPort(openHere)}`), {}));
    expect(error.message).toMatch(
      /^No connection to 127\.0\.0\.1:\d+: it was refused .* that no firewall stands between\.$/,
    );
  });

  it('says that the name does not exist', async () => {
    const error = await failureOf(send(requestTo('http://name.invalid'), {}));
    expect(error.message).toMatch(/^The host name name\.invalid was not found/);
  });

  it('leaves no listener on a signal that outlives many requests', async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error): void => void warnings.push(warning);
    process.on('warning', onWarning);
    const { signal } = new AbortController();
    await using server = await openHere({ kind: 'answers', body: '{}' });
    for (let round = 0; round < 30; round += 1) await send(requestTo(server.url), { signal });
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  });
}
