import { styleText } from 'node:util';
import type { Output } from './terminal.ts';

type Format = Parameters<typeof styleText>[0];

/** Colours a text for this stream: not at all where it is no screen, or where NO_COLOR is set. */
export function painter(stream: Output, env: Readonly<Record<string, string | undefined>>) {
  const on = stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return (format: Format, text: string): string =>
    on ? styleText(format, text, { validateStream: false }) : text;
}

export type Painter = ReturnType<typeof painter>;
