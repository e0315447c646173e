import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { callCli } from '../support/call-cli.ts';
import { revokeAll, revokeFlags } from '../support/revoke.ts';
import { setStage } from '../support/stage.ts';

describe.concurrent('unpush revoke, when the way to the vendor is bad', () => {
  it('502 twice, then good: all are accepted', async () => {
    await using stage = await setStage();
    stage.running.emulator.faults.add({ times: 2, action: { type: 'status', status: 502, body: 'html' } });
    const result = await revokeAll(stage);
    expect(result.summary.targets.accepted).toBe(3);
    expect(result.summary.requests).toEqual({ sent: 3, retried: 2, throttled: 0 });
    expect(result.exit).toBe(0);
  });

  it.each(['seconds', 'date'] as const)(
    '503 with Retry-After as %s: it waits as long as it is asked to',
    async (as) => {
      await using stage = await setStage();
      const retryAfter = { seconds: 2, as };
      stage.running.emulator.faults.add({ times: 1, action: { type: 'status', status: 503, retryAfter } });
      const result = await revokeAll(stage);
      expect(result.summary.requests).toEqual({ sent: 2, retried: 0, throttled: 1 });
      // A date has whole seconds only, so up to one of them is lost
      expect(result.summary.elapsedMs).toBeGreaterThanOrEqual(as === 'seconds' ? 2000 : 1000);
      expect(result.exit).toBe(0);
    },
  );

  it('a connection reset before the vendor acted, every time: unknown, never accepted', async () => {
    await using stage = await setStage();
    stage.running.emulator.faults.add({ action: { type: 'reset', when: 'before' } });
    const result = await revokeAll(stage);
    expect(result.summary.targets).toMatchObject({ accepted: 0, unknown: 3 });
    expect(result.summary.codes).toEqual({ reset: 3 });
    expect(result.exit).toBe(3);
    expect(stage.revoked().size).toBe(0);
  });

  it('a connection reset after the vendor acted, once: asked again, and accepted', async () => {
    await using stage = await setStage();
    stage.running.emulator.faults.add({ times: 1, action: { type: 'reset', when: 'after' } });
    const result = await revokeAll(stage);
    expect(result.summary.targets.accepted).toBe(3);
    expect(result.exit).toBe(0);
  });

  it('a body cut short, every time: unknown', async () => {
    await using stage = await setStage();
    stage.running.emulator.faults.add({ action: { type: 'truncate' } });
    const result = await revokeAll(stage);
    expect(result.summary.targets).toMatchObject({ accepted: 0, unknown: 3 });
    expect(result.summary.codes).toEqual({ cut: 3 });
    expect(result.exit).toBe(3);
  });

  it('a page instead of JSON: it stops, and says that this is not the vendor', async () => {
    await using stage = await setStage();
    stage.running.emulator.faults.add({ action: { type: 'non-json', acts: false } });
    const result = await revokeAll(stage);
    expect(result.summary.stoppedBy).toMatchObject({
      cause: 'not-the-vendor',
      httpStatus: 200,
      failure: 'html',
    });
    expect(result.summary.targets).toMatchObject({ accepted: 0, unknown: 3 });
    expect(result.stderr).toContain('a proxy or a captive portal');
    expect(result.exit).toBe(4);
  });

  it('a server whose clock is hours ahead: the credential is refused, and the clock is named', async () => {
    await using stage = await setStage();
    stage.running.emulator.faults.add({ action: { type: 'clock', offsetMs: 3 * 3_600_000 } });
    const result = await revokeAll(stage);
    expect(result.summary.stoppedBy).toMatchObject({ cause: 'credential', code: '80200005' });
    expect(result.stderr).toContain("This machine's clock is 3 h 00 min behind the vendor's");
    expect(result.summary.targets).toMatchObject({ accepted: 0, notAttempted: 3 });
    expect(result.exit).toBe(4);
  });

  it('a server that takes the request and never answers: unknown after all attempts', async () => {
    await using stage = await setStage();
    stage.running.emulator.faults.add({ action: { type: 'stall' } });
    const result = await revokeAll(stage, ['--timeout', '0.2']);
    expect(result.summary.targets).toMatchObject({ accepted: 0, unknown: 3 });
    expect(result.summary.codes).toEqual({ timeout: 3 });
    expect(result.summary.requests.sent).toBe(4);
    expect(result.exit).toBe(3);
  });

  it('a server that accepts the connection and says nothing at all', async () => {
    await using stage = await setStage();
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo; // it listens on TCP, so its address is one
    const result = await revokeAll(stage, ['--endpoint', `http://127.0.0.1:${port}`, '--timeout', '0.2']);
    silent.close();
    expect(result.summary.targets).toMatchObject({ accepted: 0, unknown: 3 });
    expect(result.exit).toBe(3);
  });

  it('nothing listens there: nothing is unknown, and it says so', async () => {
    await using stage = await setStage();
    await stage.running.close();
    const result = await revokeAll(stage);
    expect(result.summary.stoppedBy).toMatchObject({ cause: 'unreachable', failure: 'refused' });
    expect(result.summary.targets).toMatchObject({ accepted: 0, unknown: 0, notAttempted: 3 });
    expect(result.exit).toBe(4);
  });

  it.each([
    ['tls-1.1', /TLS 1\.2/],
    ['wrong-host-name', /name/],
    ['expired', /expired/],
    ['unknown-ca', /--ca/],
  ] as const)(
    'a TLS fault (%s): it stops, nothing is sent, and the reason is named',
    async (fault, reason) => {
      await using stage = await setStage({ tls: { fault } });
      const result = await revokeAll(stage);
      expect(result.summary.stoppedBy).toMatchObject({ cause: 'refused', failure: 'tls' });
      expect(result.summary.stoppedBy?.message).toMatch(reason);
      expect(result.summary.targets).toMatchObject({ accepted: 0, unknown: 0, notAttempted: 3 });
      expect(stage.revoked().size).toBe(0);
      expect(result.exit).toBe(4);
    },
  );

  it('without --ca the throw-away authority of the emulator is unknown', async () => {
    await using stage = await setStage();
    const flags = (await revokeFlags(stage)).filter(
      (flag) => flag !== '--ca' && flag !== stage.file('ca.pem'),
    );
    const result = await callCli(flags, { cwd: stage.folder });
    expect(result.stdout).toContain('--ca');
    expect(result.exit).toBe(4);
  });

  it('names the requestId where there is one', async () => {
    await using stage = await setStage();
    stage.running.emulator.faults.add({ action: { type: 'code', code: '80300032' } });
    const result = await revokeAll(stage);
    expect(result.summary.stoppedBy?.requestId).toMatch(/^\d+$/);
    expect(result.stderr).toContain(`requestId ${result.summary.stoppedBy?.requestId}`);
  });
});
