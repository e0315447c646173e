import { createCipheriv } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** 84 bytes are 112 characters of base64url: the length of the tokens that people have shown. */
const TOKEN_BYTES = 84;
const TOKEN_CHARACTERS = 112;
const LINES_AT_ONCE = 4000;

/**
 * A list of so many different tokens, one a line: the same with every run, since they are the key stream of
 * AES-CTR under a key of zeros. Made at the first use.
 *
 * @returns its path.
 */
export async function tokenFile(folder: string, count: number): Promise<string> {
  const path = join(folder, `tokens-${count}.txt`);
  if (existsSync(path)) return path;
  const stream = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16));
  const file = createWriteStream(path);
  for (let written = 0; written < count; written += LINES_AT_ONCE) {
    const lines = Math.min(LINES_AT_ONCE, count - written);
    const text = stream.update(Buffer.alloc(lines * TOKEN_BYTES)).toString('base64url');
    if (!file.write(inLines(text), 'latin1')) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  return path;
}

function inLines(text: string): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += TOKEN_CHARACTERS)
    lines.push(text.slice(at, at + TOKEN_CHARACTERS));
  return `${lines.join('\n')}\n`;
}
