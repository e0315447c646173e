/* eslint-disable no-console -- the library for completions speaks through the console and nowhere else */

/** What `speak` prints with `console.log`, line by line, instead of printing it. */
export function hear(speak: () => void): readonly string[] {
  const lines: string[] = [];
  const original = console.log;
  console.log = (line: unknown) => {
    lines.push(String(line));
  };
  try {
    speak();
  } finally {
    console.log = original;
  }
  return lines;
}
/* eslint-enable no-console */
