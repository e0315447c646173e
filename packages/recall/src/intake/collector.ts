import { batchOf } from '@unpush/core';
import { checkTarget } from './check-target.ts';
import { CHUNK_SIZE } from './chunk-size.ts';
import { NoTarget } from './no-target.ts';
import type { Malformed, MalformedReason, Place, TargetChunk } from './target-source.ts';

/** What tokens look like in practice: printable ASCII without a space. */
const PLAIN = /^[!-~]+$/;

/** How much is kept of a value that is no string, in characters. */
const SHOWN = 200;

export interface CollectorOptions {
  /** The file as the person named it; absent where the input is no file. */
  readonly file?: string;
  /** Makes text of what a reader hands in, or `undefined` where its bytes are not UTF-8. */
  readonly decode?: (raw: string) => string | undefined;
}

/** Sorts what a reader finds into chunks of targets, and of pieces that are none. */
export class Collector {
  readonly #file: string | undefined;
  readonly #decode: (raw: string) => string | undefined;
  #full: TargetChunk[] = [];
  #targets: string[] = [];
  #lines: number[] = [];
  #malformed: Malformed[] = [];

  constructor({ file, decode = (raw) => raw }: CollectorOptions = {}) {
    this.#file = file;
    this.#decode = decode;
  }

  /** Whether a whole chunk waits to be taken. */
  get isFull(): boolean {
    return this.#full.length > 0;
  }

  /** Takes in one record. `line` is where it starts, counted from 1. */
  add(value: unknown, line = 0): void {
    if (typeof value !== 'string') this.#rejectOther(value, line);
    else if (PLAIN.test(value)) this.#accept(value, line);
    else this.#addUnusual(value, line);
    if (this.#targets.length + this.#malformed.length === CHUNK_SIZE) this.#close();
  }

  /** The chunks since the last call. */
  take(): readonly TargetChunk[] {
    if (this.#targets.length + this.#malformed.length > 0) this.#close();
    const chunks = this.#full;
    this.#full = [];
    return chunks;
  }

  #rejectOther(value: unknown, line: number): void {
    if (value instanceof NoTarget) this.#reject(value.reason, textOf(value.record), line);
    else this.#reject('not a string', textOf(value), line);
  }

  #addUnusual(raw: string, line: number): void {
    const text = this.#decode(raw);
    if (text === undefined) {
      this.#reject('invalid UTF-8', raw, line);
      return;
    }
    const reason = checkTarget(text);
    if (reason === undefined) this.#accept(text.trim(), line);
    else this.#reject(reason, text, line);
  }

  #accept(target: string, line: number): void {
    this.#targets.push(target);
    this.#lines.push(line);
  }

  #reject(reason: MalformedReason, text: string, line: number): void {
    this.#malformed.push({
      reason,
      text,
      ...(this.#file !== undefined && { place: { file: this.#file, line } }),
    });
  }

  #close(): void {
    const file = this.#file;
    const lines = this.#lines;
    this.#full.push({
      targets: batchOf(this.#targets),
      ...(file !== undefined && { place: (index: number): Place => ({ file, line: lines[index] ?? 0 }) }),
      malformed: this.#malformed,
      duplicate: 0,
    });
    this.#targets = [];
    this.#lines = [];
    this.#malformed = [];
  }
}

function textOf(value: unknown): string {
  try {
    // Typed as a string, but undefined, functions and symbols have no JSON
    const json = JSON.stringify(value) as string | undefined;
    return (json ?? String(value)).slice(0, SHOWN);
  } catch {
    return typeof value; // a cycle, or a bigint
  }
}
