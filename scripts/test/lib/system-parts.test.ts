import { describe, expect, it } from 'vitest';
import { settleParts, verdictOfParts, type Machine, type SystemPart } from '../../lib/system-parts.mjs';

const openssl: SystemPart = {
  name: 'openssl',
  probe: ['version'],
  debianPackage: 'openssl',
  suites: ['packages/transport/test/tls.test.ts'],
};
const redis: SystemPart = {
  name: 'redis-server',
  probe: ['--version'],
  debianPackage: 'redis',
  suites: ['packages/nestjs/test/bullmq.test.ts'],
};

/** A machine that has some commands, and whose apt-get has some packages, each with the command it brings. */
function machineWith({
  commands,
  packages = {},
  canInstall = true,
}: {
  readonly commands: readonly string[];
  readonly packages?: Readonly<Record<string, string>>;
  readonly canInstall?: boolean;
}): Machine & { readonly asked: readonly string[] } {
  const there = new Set(commands);
  const asked: string[] = [];
  return {
    asked,
    canInstall,
    has: ({ name }) => Promise.resolve(there.has(name)),
    install: (debianPackage) => {
      asked.push(debianPackage);
      const command = packages[debianPackage];
      if (command === undefined) return Promise.resolve({ ok: false, output: `E: no ${debianPackage}\n` });
      there.add(command);
      return Promise.resolve({ ok: true, output: '' });
    },
  };
}

describe('a part of the system', () => {
  it('that is there is used, and nothing is installed', async () => {
    const machine = machineWith({ commands: ['openssl'] });
    const settled = await settleParts([openssl], machine);
    expect(settled).toEqual({ present: [openssl], installed: [], missing: [], output: '' });
    expect(machine.asked).toEqual([]);
    expect(verdictOfParts(settled, { continuous: true })).toEqual({ ok: true, note: 'openssl' });
  });

  it('that is missing is installed where that is allowed', async () => {
    const machine = machineWith({ commands: ['openssl'], packages: { redis: 'redis-server' } });
    const settled = await settleParts([openssl, redis], machine);
    expect(settled.installed).toEqual([redis]);
    expect(verdictOfParts(settled, { continuous: true })).toEqual({
      ok: true,
      note: 'openssl; redis-server (installed)',
    });
  });

  it('leaves its suites out by name where it may not be installed', async () => {
    const machine = machineWith({ commands: [], packages: { openssl: 'openssl' }, canInstall: false });
    const settled = await settleParts([openssl], machine);
    expect(machine.asked).toEqual([]);
    expect(settled.missing).toEqual([openssl]);
    expect(verdictOfParts(settled, { continuous: false })).toEqual({
      ok: true,
      note: 'openssl is missing (Debian: apt-get install openssl); left out: packages/transport/test/tls.test.ts',
    });
  });

  it('that is missing fails the run in continuous integration, with what the installer said', async () => {
    const settled = await settleParts([redis], machineWith({ commands: [] }));
    expect(verdictOfParts(settled, { continuous: true })).toEqual({
      ok: false,
      code: 1,
      output:
        'E: no redis\nredis-server is missing (Debian: apt-get install redis); left out: packages/nestjs/test/bullmq.test.ts',
    });
  });

  it('is still missing when the installer is content but the command does not answer', async () => {
    const machine = machineWith({ commands: [], packages: { redis: 'redis-cli' } });
    expect((await settleParts([redis], machine)).missing).toEqual([redis]);
  });
});
