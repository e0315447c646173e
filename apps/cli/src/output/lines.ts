import type { TextLines } from '@unpush/recall';
import type { Output } from '../terminal/terminal.ts';

/** Prints lines, as fast as the reader takes them; a reader that has gone ends it. */
export async function printLines(output: Output, lines: AsyncIterable<TextLines>): Promise<void> {
  for await (const { text } of inBlocks(lines)) {
    if (output.destroyed) return;
    if (!output.write(text)) await room(output);
  }
}

/** About so many characters are written at once: a call for each line would take longer than the line. */
const BLOCK = 65_536;

export async function* inBlocks(lines: AsyncIterable<TextLines>): AsyncGenerator<TextLines> {
  let texts: string[] = [];
  let length = 0;
  let count = 0;
  for await (const some of lines) {
    texts.push(some.text);
    length += some.text.length;
    count += some.count;
    if (length < BLOCK) continue;
    yield { text: texts.join(''), count };
    texts = [];
    length = 0;
    count = 0;
  }
  if (count > 0) yield { text: texts.join(''), count };
}

async function room(output: Output): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      output.off('drain', end);
      output.off('close', end);
      resolve();
    };
    output.on('drain', end);
    output.on('close', end);
  });
}
