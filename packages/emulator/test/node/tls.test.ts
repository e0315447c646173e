import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PeerCertificate, connect } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { type RunningEmulator, type TlsFault, startEmulator } from '../../src/node/index.ts';
import { wire } from './client.ts';

const trusting = ({ caPem }: RunningEmulator) => (caPem === undefined ? {} : { ca: caPem });
const health = (running: RunningEmulator, options = {}) =>
  wire(`${running.url}/healthz`, { ...trusting(running), ...options });
const withFault = (fault: TlsFault) => startEmulator({ tls: { fault } });

/** What the server shows in the handshake, whether or not it would be trusted. */
function certificateOf({ port }: RunningEmulator): Promise<PeerCertificate> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate());
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

describe('TLS', () => {
  it.each(['localhost', '127.0.0.1'])(
    'is trusted under %s with the certificate it gives out',
    async (host) => {
      await using running = await startEmulator({ tls: true });
      const { body } = await wire(`https://${host}:${running.port}/healthz`, trusting(running));
      expect(body).toBe('{"status":"ok"}');
    },
  );

  it('is trusted under ::1', async () => {
    await using running = await startEmulator({ tls: true, host: '::1' });
    expect((await health(running)).status).toBe(200);
  });

  it('is not trusted without that certificate', async () => {
    await using running = await startEmulator({ tls: true });
    await expect(wire(`${running.url}/healthz`)).rejects.toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
  });

  it('has a new authority each time', async () => {
    await using one = await startEmulator({ tls: true });
    await using other = await startEmulator({ tls: true });
    expect(one.caPem).not.toBe(other.caPem);
  });

  it("has certificates that hold before OpenSSL's strictest look", async () => {
    await using running = await startEmulator({ tls: true });
    const folder = mkdtempSync(join(tmpdir(), 'unpush-tls-'));
    try {
      const [ca, leaf] = [join(folder, 'ca.pem'), join(folder, 'leaf.pem')];
      writeFileSync(ca, running.caPem ?? '');
      writeFileSync(leaf, new X509Certificate((await certificateOf(running)).raw).toString());
      const verify = [
        'verify',
        '-x509_strict',
        '-purpose',
        'sslserver',
        '-verify_ip',
        '127.0.0.1',
        '-CAfile',
        ca,
        leaf,
      ];
      expect(execFileSync('openssl', verify, { encoding: 'utf8' })).toBe(`${leaf}: OK\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is 1.2 at the least', async () => {
    await using running = await startEmulator({ tls: true });
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
    await expect(health(running, old)).rejects.toThrow('tlsv1 alert protocol version');
  });
});

describe('a TLS fault', () => {
  it('wrong-host-name', async () => {
    await using running = await withFault('wrong-host-name');
    await expect(health(running)).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  it('expired', async () => {
    await using running = await withFault('expired');
    await expect(health(running)).rejects.toMatchObject({ code: 'CERT_HAS_EXPIRED' });
  });

  it('unknown-ca', async () => {
    await using running = await withFault('unknown-ca');
    await expect(health(running)).rejects.toThrow(/certificate/);
    expect((await health(running, { rejectUnauthorized: false })).status).toBe(200);
  });

  it('tls-1.1: nothing newer is spoken', async () => {
    await using running = await withFault('tls-1.1');
    await expect(health(running, { minVersion: 'TLSv1.2' })).rejects.toMatchObject({
      code: expect.stringMatching(/SSL|PROTO/) as string,
    });
    const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
    expect((await health(running, old)).status).toBe(200);
  });
});
