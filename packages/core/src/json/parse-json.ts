/** `undefined` for what is no JSON: the document `null` is no answer either, so nothing is lost. */
export function parseJson(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    return undefined;
  }
}
