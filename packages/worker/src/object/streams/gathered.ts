/** As long as what a stream of the platform hands on at once: each piece costs as much as its way to the reader. */
const PIECE_CHARACTERS = 65_536;

/** Short pieces of text as longer ones. Whoever reads them does not get each as soon as it is there. */
export async function* gathered(
  texts: AsyncIterable<string>,
  most = PIECE_CHARACTERS,
): AsyncGenerator<string, void, undefined> {
  let waiting: string[] = [];
  let characters = 0;
  for await (const text of texts) {
    waiting.push(text);
    characters += text.length;
    if (characters < most) continue;
    yield waiting.join('');
    waiting = [];
    characters = 0;
  }
  if (waiting.length > 0) yield waiting.join('');
}
