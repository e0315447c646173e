import { readdir, readFile } from 'node:fs/promises';

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

/**
 * The processor time that a process has used with all of its threads, in seconds: to the nanosecond, where
 * `/proc/PID/stat` counts hundredths of a second, so that a single request can be measured.
 */
export async function cpuOf(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${String(pid)}/task`);
  const times = await Promise.all(threads.map((thread) => nanosecondsOf(pid, thread)));
  return times.reduce((sum, time) => sum + time, 0) / 1e9;
}

/** None of a thread that has ended meanwhile. */
async function nanosecondsOf(pid: number, thread: string): Promise<number> {
  const text = await readFile(`/proc/${String(pid)}/task/${thread}/schedstat`, 'utf8').catch(() => '0');
  return Number(text.split(' ')[0]);
}

/** The most memory that it has had, in MiB. */
export async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
