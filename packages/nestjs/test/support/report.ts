/** A line of a report. */
export interface ReportLine {
  readonly target: string;
  readonly outcome: string;
  readonly code?: string;
}

/** All that comes, as one text. */
export async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

/** The lines of NDJSON. */
export const linesOf = (text: string): readonly ReportLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReportLine); // what a report says that it holds
