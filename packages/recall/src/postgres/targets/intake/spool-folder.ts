import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The machine, as the folders name it: containers can share a folder, and each counts its processes by itself. */
const machine = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 12);

const NAME = /^unpush-spool-([0-9a-f]{12})-(\d+)-/;

/** A folder for input that can be read only once, which is not made yet; its name tells whose it is. */
export const newSpoolFolder = (): string =>
  join(tmpdir(), `unpush-spool-${machine()}-${process.pid}-${randomUUID()}`);

/** Removes the folders of processes of this machine that died before they could. What cannot be removed stays. */
export async function sweepSpoolFolders(): Promise<void> {
  const here = machine();
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const [, where, pid] = NAME.exec(name) ?? [];
    if (where !== here || isAlive(Number(pid))) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Otherwise it is somebody else's, and lives
    return !(typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH');
  }
}
