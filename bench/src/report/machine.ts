import { availableParallelism, cpus, release, totalmem, type } from 'node:os';

/** The machine that measured, in a sentence. */
export function describeMachine(): string {
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const model = cpus()[0]?.model ?? 'unknown processor';
  return `${model}, ${availableParallelism()} cores, ${memory} GiB of memory; Node ${process.version}, ${type()} ${release()} ${process.arch}`;
}
