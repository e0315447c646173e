import { randomBytes } from 'node:crypto';
import { InputError } from '../../../intake/input-error.ts';
import { SeenSet } from '../../../intake/seen-set.ts';
import { sipHash128 } from '../../../intake/sip-hash-128.ts';
import { digestOf, linesOf } from '../pages/page.ts';
import type { PageRow } from '../pages/page-writer.ts';
import { untilAborted } from '../../../node/intake/until-aborted.ts';
import { askForPage, fileName, siftPage, type KeptElsewhere } from '../pages/provided-page.ts';
import { Gauge } from './gauge.ts';
import type { Intake, IntakeOptions } from './intake.ts';

/** Pages that somebody else keeps: of them it is noted where they are and how they were. */
export function fromPages(from: KeptElsewhere, { dedupe, signal }: IntakeOptions): Intake {
  const gauge = new Gauge();
  const hash = sipHash128(randomBytes(16));
  const seen = new SeenSet(hash);
  const isNew = dedupe ? (target: string): boolean => seen.add(target) : (): boolean => true;
  const cursors = new SeenSet(hash);

  async function* pages(): AsyncGenerator<readonly PageRow[]> {
    let cursor: string | undefined;
    let first = 0;
    for (let number = 0; ; number += 1) {
      const { targets: texts, next } = await askForPage(from, cursor, signal);
      const { targets, dropped, malformed, duplicate } = siftPage(texts, isNew);
      gauge.add({ targets: targets.targets(), malformed, duplicate });
      if (texts.length > 0) {
        const kept = { cursor: cursor ?? null, read: texts.length, dropped };
        yield [{ first, number, targets: targets.count, digest: digestOf(linesOf(targets)), kept }];
        first += targets.count;
      }
      if (next === undefined) return;
      if (!cursors.add(next)) throw goesInCircles(from.name, next);
      cursor = next;
    }
  }
  return {
    pages: untilAborted(pages(), signal),
    facts: () => gauge.facts(fileName(from.name), { dedupe }),
    firstMalformed: () => gauge.firstMalformed(),
  };
}

const goesInCircles = (name: string, cursor: string): InputError =>
  new InputError(
    `${fileName(name)}: the cursor ${JSON.stringify(cursor.slice(0, 100))} comes a second time, so the pages would never end. Let each next lead to the page behind it, and leave it out on the last one.`,
    { file: fileName(name) },
  );
