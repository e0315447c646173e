import { Redis } from 'ioredis';

/** How much memory Redis uses, in bytes: now, and at the most so far. */
export async function redisMemory(place: {
  readonly host: string;
  readonly port: number;
}): Promise<{ readonly now: number; readonly peak: number }> {
  const client = new Redis(place.port, place.host);
  const info = await client.info('memory');
  client.disconnect();
  const bytes = (field: string): number => Number(new RegExp(`^${field}:(\\d+)`, 'm').exec(info)?.[1]);
  return { now: bytes('used_memory'), peak: bytes('used_memory_peak') };
}
