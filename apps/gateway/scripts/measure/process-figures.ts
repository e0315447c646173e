import { readFile } from 'node:fs/promises';

const TICKS_PER_SECOND = 100;

/** The runtimes that this process has started, directly or not. */
export async function runtimes(of = process.pid): Promise<readonly number[]> {
  const found: number[] = [];
  const children = await readFile(`/proc/${String(of)}/task/${String(of)}/children`, 'utf8');
  for (const child of children.trim().split(' ').filter(Boolean).map(Number)) {
    const name = await readFile(`/proc/${String(child)}/comm`, 'utf8');
    if (name.startsWith('workerd')) found.push(child);
    found.push(...(await runtimes(child)));
  }
  return found;
}

/** The processor time that a process has used, in seconds. */
export async function cpuOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${String(pid)}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** The most memory that it has had, in MiB. */
export async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
