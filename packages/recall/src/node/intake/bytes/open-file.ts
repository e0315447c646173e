import { open, type FileHandle } from 'node:fs/promises';
import { BLOCK_SIZE } from './block-size.ts';
import { changed, changing } from './file-errors.ts';
import { newMemory, sameMemory } from './memory.ts';

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** What tells that a file is still the same. */
export interface FileStamp {
  readonly device: bigint;
  readonly inode: bigint;
  readonly bytes: bigint;
  readonly modifiedNs: bigint;
}

/** A regular file that is open. Its owner closes it. */
export class OpenFile {
  readonly stamp: FileStamp;
  /** Whether it is compressed: what it holds says so, not its name. */
  readonly gzip: boolean;
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle, facts: { readonly stamp: FileStamp; readonly gzip: boolean }) {
    this.#handle = handle;
    this.stamp = facts.stamp;
    this.gzip = facts.gzip;
  }

  static async open(path: string): Promise<OpenFile> {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      return new OpenFile(handle, {
        stamp: await stampOf(handle),
        gzip: bytesRead === 2 && buffer.equals(GZIP_MAGIC),
      });
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /**
   * Its bytes as they lie there, as many as there were when it was opened. Memory: of a compressed file new for each
   * block, because streams take several before they are done with the first; else that of the block before.
   */
  async *bytes(signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
    const end = Number(this.stamp.bytes); // else a file that grows as fast as it is read would have none
    const memory = this.gzip ? newMemory : sameMemory();
    let position = 0;
    while (position < end) {
      signal?.throwIfAborted();
      const length = Math.min(BLOCK_SIZE, end - position);
      const { buffer, bytesRead } = await this.#handle.read(memory(length), 0, length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  /** @throws InputError where it is no longer what it was when it was opened. */
  async assertUnchanged(label: string): Promise<void> {
    if (!isSame(await stampOf(this.#handle), this.stamp)) throw changing(label);
  }

  /** @throws InputError where it is not what it was when it was first read. */
  async assertSame(label: string, before: FileStamp): Promise<void> {
    if (!isSame(await stampOf(this.#handle), before)) throw changed(label);
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

async function stampOf(handle: FileHandle): Promise<FileStamp> {
  const { dev, ino, size, mtimeNs } = await handle.stat({ bigint: true });
  return { device: dev, inode: ino, bytes: size, modifiedNs: mtimeNs };
}

function isSame(one: FileStamp, other: FileStamp): boolean {
  return (
    one.device === other.device &&
    one.inode === other.inode &&
    one.bytes === other.bytes &&
    one.modifiedNs === other.modifiedNs
  );
}
