import {
  CATALOG,
  explain,
  suggest,
  VENDORS,
  type Explanation,
  type Language,
  type Vendor,
} from '@unpush/core';
import type { CommandRun } from '../../command.ts';
import { EXIT } from '../../exit-codes.ts';
import { languageOf } from '../../terminal/language.ts';
import { printable } from '../../terminal/printable.ts';
import { painter } from '../../terminal/style.ts';
import { textWidth } from '../../terminal/width.ts';
import { describePlainly } from './describe-plainly.ts';
import { LABELS, type Labels } from './labels.ts';
import { renderExplanation } from './render-explanation.ts';
import { renderList } from './render-list.ts';

/** Runs `unpush explain`. */
export const run: CommandRun = ({ terminal, args, flags }) => {
  const { stdout, stderr, env } = terminal;
  const language = languageOf({ ...(typeof flags['lang'] === 'string' && { flag: flags['lang'] }), env });
  const scope: Scope = { language, ...vendorOf(flags['vendor']) };
  const labels = LABELS[language];
  const found = args.map((asked) => ({ asked, explanations: explain({ code: asked, ...scope }) }));
  const all = args.length === 0 ? explainAll(scope) : [];

  if (flags['json'] === true) {
    const plain = [
      ...all.map((explanation) => describePlainly(explanation, explanation.entry.code)),
      ...found.flatMap(({ asked, explanations }) => explanations.map((one) => describePlainly(one, asked))),
    ];
    stdout.write(`${JSON.stringify(plain, undefined, 2)}\n`);
  } else {
    const options = { labels, paint: painter(stdout, env), width: textWidth(stdout.columns) };
    const explanations = found.flatMap((one) => one.explanations);
    stdout.write(explanations.map((one) => renderExplanation(one, options)).join('\n'));
    if (args.length === 0) stdout.write(renderList(all, options));
  }

  const unknown = found.filter(({ explanations }) => explanations.length === 0);
  const paint = painter(stderr, env);
  for (const { asked } of unknown) {
    stderr.write(`${paint(['bold', 'red'], 'error')} ${describeUnknown(asked, scope, labels)}\n`);
  }
  return Promise.resolve(unknown.length > 0 ? EXIT.usage : EXIT.ok);
};

/** What is asked for, whatever the code. */
interface Scope {
  readonly language: Language;
  readonly vendor?: Vendor;
}

function vendorOf(flag: unknown): { readonly vendor?: Vendor } {
  const vendor = VENDORS.find((name) => name === flag);
  return vendor === undefined ? {} : { vendor };
}

/** One explanation for each row of the catalog. */
const explainAll = ({ language, vendor }: Scope): readonly Explanation[] =>
  CATALOG.filter((entry) => vendor === undefined || entry.vendor === vendor).flatMap((entry) =>
    explain({ code: entry.code, vendor: entry.vendor, language }).filter((one) => one.entry === entry),
  );

/** Somebody may have pasted a whole answer. */
const LONGEST = 60;

function describeUnknown(asked: string, { language, vendor }: Scope, labels: Labels): string {
  const plain = printable(asked.replaceAll('\n', ' '));
  const shown = plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
  const elsewhere = vendor === undefined ? [] : explain({ code: asked, language });
  if (elsewhere.length > 0) {
    const vendors = [...new Set(elsewhere.map(({ entry }) => labels.vendors[entry.vendor]))];
    return labels.elsewhere(shown, vendors.join(', '));
  }
  const near = suggest({ code: asked, ...(vendor !== undefined && { vendor }) });
  return [labels.unknown(shown), near.length > 0 ? labels.didYouMean(near) : labels.allCodes].join(' ');
}
