import type { Explanation } from '@unpush/core';
import type { Painter } from '../../terminal/style.ts';
import { padTo, widthOf } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Labels } from './labels.ts';

/** How an explanation is to look. */
export interface RenderOptions {
  readonly labels: Labels;
  readonly paint: Painter;
  /** Columns. */
  readonly width: number;
}

const INDENT = '  ';

/** An explanation as a person reads it. */
export function renderExplanation(
  { entry, text, about, advice }: Explanation,
  options: RenderOptions,
): string {
  const { labels, paint, width } = options;
  const heading = (label: string): string => `${INDENT}${paint('bold', label)}`;
  const paragraph = (words: string): string => wrap(words, { width, first: INDENT });
  const list = (items: readonly string[], bulletOf: (index: number) => string): string =>
    items
      .map((item, index) => wrap(item, { width, first: INDENT + bulletOf(index), rest: `${INDENT}   ` }))
      .join('\n');
  const section = (label: string, body: string): string => `${heading(label)}\n${body}`;
  return `${[
    `${renderTitle({ entry, text }, options)}\n${renderFacts({ entry, about }, options)}`,
    paragraph(text.meaning),
    ...(text.causes.length > 0
      ? [
          section(
            labels.causes,
            list(text.causes, () => '-  '),
          ),
        ]
      : []),
    ...(text.remedies.length > 0
      ? [
          section(
            labels.remedies,
            list(text.remedies, (index) => `${index + 1}. `),
          ),
        ]
      : []),
    section(labels.advice, paragraph(advice)),
    ...(text.note === undefined ? [] : [section(labels.note, paragraph(text.note))]),
    renderSource(entry, options),
  ].join('\n\n')}\n`;
}

function renderTitle(
  { entry, text }: Pick<Explanation, 'entry' | 'text'>,
  { labels, paint, width }: RenderOptions,
): string {
  const { vendor, kind, code, name } = entry;
  const which = [
    labels.vendors[vendor],
    kind === 'http' ? `HTTP ${code}` : code,
    ...(name === undefined ? [] : [name]),
  ];
  const [first = '', ...others] = wrap(`${which.join(' ')}: ${text.title}`, { width, rest: INDENT }).split(
    '\n',
  );
  return [first, ...others].map((line) => paint(['bold', 'cyan'], line)).join('\n');
}

function renderFacts(
  { entry, about }: Pick<Explanation, 'entry' | 'about'>,
  { labels, paint, width }: RenderOptions,
): string {
  const rows = [
    [labels.message, entry.message],
    [labels.about, about],
  ] as const;
  const column = Math.max(...rows.map(([label]) => widthOf(label)));
  return rows
    .map(([label, value]) => {
      const first = `${INDENT}${padTo(label, column)}  `;
      const [head = '', ...tail] = wrap(value, { width, first, rest: ' '.repeat(widthOf(first)) }).split(
        '\n',
      );
      return [paint('dim', first) + head.slice(first.length), ...tail].join('\n');
    })
    .join('\n');
}

function renderSource({ source }: Explanation['entry'], { labels, paint, width }: RenderOptions): string {
  const doubt = source.confidence === 'page' ? [] : [labels.confidence[source.confidence]];
  const remarks = [labels.read(source.retrieved), ...doubt].join('; ');
  const text = `${labels.source}: ${source.section}, ${source.url} (${remarks})`;
  return wrap(text, { width, first: INDENT, rest: `${INDENT}  ` })
    .split('\n')
    .map((line) => paint('dim', line))
    .join('\n');
}
