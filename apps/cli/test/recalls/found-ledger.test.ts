import { rename } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { call } from '../support/recalls.ts';
import { revokeFlags } from '../support/revoke.ts';
import { setStage, type Stage } from '../support/stage.ts';

/** Nobody answers there, and no name of it is in any register. */
const STRANGER = 'https://push.example.invalid';

/** A stopped recall in a ledger that a configuration file in the working directory names, and nobody else. */
async function plant(stage: Stage, more: readonly string[]): Promise<string> {
  const { stderr } = await call(stage, [
    ...(await revokeFlags(stage)),
    ...['--ledger', stage.file('planted'), '--timeout', '1', ...more],
  ]);
  await stage.write('unpush.config.json', JSON.stringify({ apps: { shop: { ledger: 'planted' } } }));
  return /Recall (r-\w+)/.exec(stderr)?.[1] ?? '';
}

describe('a recall in a ledger that only a found configuration file names', () => {
  it('does not send a JWT to a stranger, unless a person names the file or the host', async () => {
    await using stage = await setStage();
    const id = await plant(stage, ['--endpoint', STRANGER]);
    const refused = await call(stage, ['recalls', 'resume', id, '--dry-run']);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain("push.example.invalid is not the vendor's host");
    for (const flags of [
      ['--config', 'unpush.config.json'],
      ['--ledger', 'planted'],
      ['--allow-endpoint', 'push.example.invalid', '--ca', stage.file('ca.pem')],
    ]) {
      expect((await call(stage, ['recalls', 'resume', id, '--dry-run', ...flags])).exit).toBe(0);
    }
  });

  it('does not bring a certificate authority or a proxy of its own', async () => {
    await using stage = await setStage();
    const id = await plant(stage, ['--endpoint', STRANGER]);
    const flags = ['--dry-run', '--allow-endpoint', 'push.example.invalid'];
    const refused = await call(stage, ['recalls', 'resume', id, ...flags]);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain(
      `ca of recall ${id}, in a ledger that ${stage.file('unpush.config.json')} names, would come between this machine and the vendor`,
    );
  });

  it('goes on as any other where it is in the default place', async () => {
    await using stage = await setStage();
    const id = await plant(stage, ['--endpoint', STRANGER]);
    await rename(stage.file('planted'), stage.file('unpush'));
    const env = { XDG_STATE_HOME: stage.folder };
    await stage.write('unpush.config.json', JSON.stringify({ apps: { shop: {} } }));
    expect((await call(stage, ['recalls', 'resume', id, '--dry-run'], { env })).exit).toBe(0);
  });
});
