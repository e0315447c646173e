import { describe, expect, it } from 'vitest';
import { reportLines, targetsOf, type OutcomeSpan, type ReportParts } from '../../src/index.ts';

const TARGETS = ['IQAAAACy01', 'IQAAAACy02', '', 'IQAAAACy03', 'IQAAAACy01', 'IQAAAACy04', 'IQAAAACy05'];

const OUTCOMES: readonly OutcomeSpan[] = [
  { span: [0, 1], outcome: 'accepted', code: '80000000', requestId: 'request-1' },
  { span: [1, 3], outcome: 'rejected', code: '80300007', reason: 'illegal', requestId: 'request-1' },
  // Of the target at 3 nothing is said: it was in no request
  { span: [4, 5], outcome: 'unknown', code: 'timeout' },
];

const MALFORMED = '{"target":"","outcome":"malformed","reason":"empty"}\n';
const ACCEPTED = '{"target":"IQAAAACy01","outcome":"accepted","code":"80000000","requestId":"request-1"}\n';
const OTHERS =
  '{"target":"IQAAAACy02","outcome":"rejected","code":"80300007","reason":"illegal","requestId":"request-1"}\n' +
  '{"target":"IQAAAACy03","outcome":"rejected","code":"80300007","reason":"illegal","requestId":"request-1"}\n' +
  '{"target":"IQAAAACy04","outcome":"not-attempted"}\n' +
  '{"target":"IQAAAACy05","outcome":"unknown","code":"timeout"}\n';

/** Outcomes as they come from far away, and whether they were let go. */
function fromFar(outcomes: readonly OutcomeSpan[]) {
  const seen = { closed: false };
  async function* asked(): AsyncGenerator<OutcomeSpan> {
    try {
      for (const outcome of outcomes) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        yield outcome;
      }
    } finally {
      seen.closed = true;
    }
  }
  return { seen, outcomes: asked() };
}

async function report(parts: Omit<ReportParts, 'source'>) {
  let text = '';
  let count = 0;
  for await (const lines of reportLines({ ...parts, source: targetsOf(TARGETS) })) {
    text += lines.text;
    count += lines.count;
  }
  return { text, count };
}

describe('a report', () => {
  it('has a line for each target that was not accepted and each piece that is none, and counts them', async () => {
    expect(await report({ outcomes: OUTCOMES, all: false })).toEqual({ text: MALFORMED + OTHERS, count: 5 });
  });

  it('has a line for accepted targets too where all are asked for', async () => {
    const { text, count } = await report({ outcomes: OUTCOMES, all: true });
    expect({ text, count }).toEqual({ text: MALFORMED + ACCEPTED + OTHERS, count: 6 });
  });

  it('is the same from outcomes that have to be waited for', async () => {
    const { outcomes, seen } = fromFar(OUTCOMES);
    expect(await report({ outcomes, all: false })).toEqual({ text: MALFORMED + OTHERS, count: 5 });
    expect(seen.closed).toBe(true);
  });

  it('lets go of the outcomes where nobody reads on', async () => {
    const { outcomes, seen } = fromFar([{ span: [0, 5], outcome: 'unknown' }]);
    for await (const { text } of reportLines({ outcomes, source: targetsOf(['IQAAAACy01']), all: false })) {
      expect(text).toBe('{"target":"IQAAAACy01","outcome":"unknown"}\n');
      break;
    }
    expect(seen.closed).toBe(true);
  });

  it('says where targets stand, in the words of their source', async () => {
    const source = {
      async *read() {
        for await (const chunk of targetsOf(['IQAAAACy01', 'IQAAAACy02']).read()) {
          yield { ...chunk, place: (index: number) => ({ file: 'tokens.txt', line: index + 7 }) };
        }
      },
    };
    const texts: string[] = [];
    for await (const { text } of reportLines({ outcomes: [], source, all: false })) texts.push(text);
    expect(texts).toEqual([
      '{"target":"IQAAAACy01","outcome":"not-attempted","source":{"file":"tokens.txt","line":7}}\n' +
        '{"target":"IQAAAACy02","outcome":"not-attempted","source":{"file":"tokens.txt","line":8}}\n',
    ]);
  });
});
