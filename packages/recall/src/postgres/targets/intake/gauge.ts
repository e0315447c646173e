import { createHash } from 'node:crypto';
import type { Malformed } from '../../../intake/target-source.ts';
import { Tally } from '../../../node/intake/tally.ts';
import type { FileFacts, InputFacts } from '../../../summary/facts.ts';
import { FIRST_MALFORMED } from './intake.ts';

/** A part of the input, as it was read. */
export interface Met {
  readonly targets: readonly string[];
  readonly malformed: readonly Malformed[];
  readonly duplicate: number;
}

/** Counts and digests targets that are in no file: as the text file they would be, one on each line. */
export class Gauge {
  readonly #digest = createHash('sha256');
  readonly #tally = new Tally();
  readonly #malformed: Malformed[] = [];
  #bytes = 0;

  add({ targets, malformed, duplicate }: Met): void {
    if (targets.length > 0) {
      const text = Buffer.from(`${targets.join('\n')}\n`);
      this.#digest.update(text);
      this.#bytes += text.length;
    }
    this.#tally.read += targets.length + malformed.length + duplicate;
    this.#tally.malformed += malformed.length;
    this.#tally.duplicate += duplicate;
    this.#malformed.push(...malformed.slice(0, FIRST_MALFORMED - this.#malformed.length));
  }

  /** Asked once, at the end. */
  facts(path: string, { dedupe }: { readonly dedupe: boolean }): InputFacts {
    const totals = this.#tally.totals();
    const digest = this.#digest.digest('hex');
    const file: FileFacts = { path, format: 'txt', gzip: false, bytes: this.#bytes, digest, ...totals };
    return { files: [file], dedupe, totals };
  }

  firstMalformed(): readonly Malformed[] {
    return this.#malformed;
  }
}
