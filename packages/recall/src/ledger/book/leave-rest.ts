import { joinSpans } from '../../spans/spans.ts';
import type { Book } from './book.ts';
import type { OpenRow } from './standing.ts';
import type { Change } from './storage.ts';

/** What is left of a batch stays in its row, or goes back to the batch that it was taken out of. */
export function leaveRest(
  { open }: Book,
  left: OpenRow,
  { returned }: { readonly returned: boolean },
): Pick<Change, 'put' | 'closed'> {
  const { batch, parent, spans, mayHaveBeenReceived, lastCode, lastReason } = left;
  const why = {
    ...(lastCode !== undefined && { lastCode }),
    ...(lastReason !== undefined && { lastReason }),
  };
  const closed = [batch];
  if (!returned) return spans.length === 0 ? { closed } : { put: [left] };
  if (parent === undefined) {
    throw new Error(`batch ${batch} cannot be returned: it was not taken out of another one`);
  }
  if (spans.length === 0) return { closed };
  const into = open.get(parent);
  if (into === undefined)
    return { closed, put: [{ batch: parent, spans, attempts: 0, mayHaveBeenReceived, ...why }] };
  if (into.underWay) {
    throw new Error(`batch ${batch} cannot be returned: a request with batch ${parent} has no verdict yet`);
  }
  return {
    closed,
    put: [
      {
        ...into,
        ...why,
        spans: joinSpans([into.spans, spans]),
        mayHaveBeenReceived: into.mayHaveBeenReceived || mayHaveBeenReceived,
      },
    ],
  };
}
