/** The formats a list of targets can be downloaded in. */
export type TargetListFormat = 'txt' | 'csv' | 'ndjson' | 'json';

/** A list that is too long for one string. */
export interface TargetList {
  /** What each entry is called in a table's head and in objects. */
  readonly field: string;
  /** The file's name without its ending. */
  readonly fileName: string;
  readonly count: number;
  readonly page: (page: { readonly offset: number; readonly limit: number }) => readonly string[];
}

interface Notation {
  readonly contentType: string;
  readonly before: string;
  readonly line: (entry: string) => string;
  readonly between: string;
  readonly after: string;
}

const PAGE = 10_000;

/** A list as a file. Written page by page: ten million entries do not fit in one string. */
export function targetListResponse(list: TargetList, format: TargetListFormat): Response {
  const { contentType, before, line, between, after } = notation(format, list.field);
  const encoder = new TextEncoder();
  const { count } = list;
  let offset = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(before)),
    pull: (controller) => {
      const page = list.page({ offset, limit: Math.min(PAGE, count - offset) });
      const glue = offset === 0 ? '' : between;
      offset += page.length;
      if (page.length > 0) controller.enqueue(encoder.encode(glue + page.map(line).join(between)));
      if (offset < count) return;
      if (count > 0 || format === 'json') controller.enqueue(encoder.encode(after));
      controller.close();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': `${contentType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${list.fileName}.${format}"`,
    },
  });
}

function notation(format: TargetListFormat, field: string): Notation {
  switch (format) {
    case 'txt':
      return { contentType: 'text/plain', before: '', line: (entry) => entry, between: '\n', after: '\n' };
    case 'csv':
      return {
        contentType: 'text/csv',
        before: `${field}\r\n`,
        line: quoted,
        between: '\r\n',
        after: '\r\n',
      };
    case 'ndjson': {
      const line = (entry: string): string => JSON.stringify({ [field]: entry });
      return { contentType: 'application/x-ndjson', before: '', line, between: '\n', after: '\n' };
    }
    case 'json':
      return {
        contentType: 'application/json',
        before: '[',
        line: (entry) => JSON.stringify(entry),
        between: ',\n',
        after: ']\n',
      };
  }
}

function quoted(entry: string): string {
  return /[",\r\n]/.test(entry) ? `"${entry.replaceAll('"', '""')}"` : entry;
}
