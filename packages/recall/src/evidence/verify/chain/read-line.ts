import { show } from '@unpush/core';
import type { EvidenceRecord } from '../../record.ts';
import type { SignatureRecord } from '../../signature.ts';
import { isObject } from '../shape/checks.ts';
import { SHAPES } from '../shape/shapes.ts';

/** A line that is what a writer of evidence writes. Whether its hash holds is not yet known. */
export interface ReadLine {
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  /** What the hash is made over. */
  readonly hashed: Uint8Array;
  readonly fields: Readonly<Record<string, unknown>>;
}

const HEAD = /^\{"seq":(\d{1,15}),/;
const TAIL = /,"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}$/;
const TAIL_LENGTH = ',"prev":"","hash":""}'.length + 2 * 64;
const AFTER_HASHED = ',"hash":""}'.length + 64;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads one line, or says why it is none of evidence. */
export function readLine(bytes: Uint8Array): ReadLine | string {
  let line: string;
  let fields: unknown;
  try {
    line = strictUtf8.decode(bytes);
  } catch {
    return 'The line is not valid UTF-8.';
  }
  try {
    fields = JSON.parse(line);
  } catch {
    return 'The line is not JSON.';
  }
  if (!isObject(fields)) return 'The line is not a JSON object.';
  // One text for one meaning: else two programs could read the same line differently
  if (JSON.stringify(fields) !== line) {
    return 'The line is not written as evidence is, byte for byte: no blanks or carriage returns, no field twice, nothing escaped that need not be.';
  }
  const [, seq] = HEAD.exec(line) ?? [];
  const [, prev, hash] = TAIL.exec(line.slice(-TAIL_LENGTH)) ?? [];
  if (seq === undefined || prev === undefined || hash === undefined) {
    return 'The line is no record: each begins with its seq, and ends with prev and hash.';
  }
  return { seq: Number(seq), prev, hash, hashed: bytes.subarray(0, -AFTER_HASHED), fields };
}

/** What the line says, or why that is nothing a record says. */
export function recordOf({ fields }: ReadLine): EvidenceRecord | SignatureRecord | string {
  const { type } = fields;
  if (type === 'header' && fields['format'] !== 1) {
    return `The format must be 1, but is ${show(fields['format'])}: a newer unpush may know it.`;
  }
  if (!isType(type)) return `There is no type of record such as ${show(type)}.`;
  const problem = SHAPES[type](fields, '');
  if (problem !== undefined) return `In this ${type} record ${problem}.`;
  // Its shape has just been checked, field by field
  return fields as unknown as EvidenceRecord | SignatureRecord;
}

const isType = (value: unknown): value is keyof typeof SHAPES =>
  typeof value === 'string' && Object.hasOwn(SHAPES, value);
