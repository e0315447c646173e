import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { onTestFinished } from 'vitest';
import type { MalformedReason, TargetSource } from '../../../../src/intake/target-source.ts';
import {
  openInput,
  type InputFile,
  type OpenedInput,
  type OpenInputOptions,
} from '../../../../src/node/index.ts';
import { file } from './temporary.ts';

/** Where nothing is spooled; a test that spools names a directory of its own. */
const NOWHERE = join(tmpdir(), 'unpush-intake-nowhere');

/** Opens an input that is closed with the test. */
export async function opened(options: Partial<OpenInputOptions>): Promise<OpenedInput> {
  const input = await openInput({ files: [], dedupe: true, spoolDirectory: NOWHERE, ...options });
  onTestFinished(() => input.close());
  return input;
}

/** What a whole reading gives, in plain values. */
export interface WholeReading {
  readonly targets: readonly string[];
  /** `lines[index]` is where `targets[index]` starts. */
  readonly lines: readonly number[];
  readonly malformed: readonly (readonly [line: number, reason: MalformedReason, text: string])[];
  readonly duplicate: number;
}

export async function readAll(source: TargetSource): Promise<WholeReading> {
  const targets: string[] = [];
  const lines: number[] = [];
  const malformed: [number, MalformedReason, string][] = [];
  let duplicate = 0;
  for await (const chunk of source.read()) {
    for (const [index, target] of chunk.targets.targets().entries()) {
      targets.push(target);
      lines.push(chunk.place?.(index).line ?? -1);
    }
    for (const { reason, text, place } of chunk.malformed) malformed.push([place?.line ?? -1, reason, text]);
    duplicate += chunk.duplicate;
  }
  return { targets, lines, malformed, duplicate };
}

/** Writes a file of that name and content and reads it, duplicates and all. */
export async function readOne(
  name: string,
  content: string | Uint8Array,
  options: Omit<InputFile, 'path'> = {},
): Promise<WholeReading> {
  const path = await file(name, content);
  const input = await opened({ files: [{ path, ...options }], dedupe: false });
  return readAll(input.source);
}

/** The error that a file of that name and content ends with; `FILE` stands for its path. */
export async function errorOf(
  name: string,
  content: string | Uint8Array,
  options: Omit<InputFile, 'path'> = {},
): Promise<{ readonly name: string; readonly message: string; readonly line: number | undefined }> {
  const path = await file(name, content);
  const error: unknown = await opened({ files: [{ path, ...options }] }).then(
    () => new Error('read without an error'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new TypeError('what was thrown is no error');
  const line = 'line' in error && typeof error.line === 'number' ? error.line : undefined;
  return { name: error.name, message: error.message.replaceAll(path, 'FILE'), line };
}
