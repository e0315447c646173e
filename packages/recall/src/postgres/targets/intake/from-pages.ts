import { randomBytes } from 'node:crypto';
import { SeenSet } from '../../../intake/seen-set.ts';
import { sipHash128 } from '../../../intake/sip-hash-128.ts';
import { allPages } from '../../../store/all-pages.ts';
import { fileName } from '../../../store/ask-for-page.ts';
import { digestOf, linesOf } from '../pages/page.ts';
import type { PageRow } from '../pages/page-writer.ts';
import { untilAborted } from '../../../intake/until-aborted.ts';
import { siftPage, type KeptElsewhere } from '../pages/provided-page.ts';
import { Gauge } from './gauge.ts';
import type { Intake, IntakeOptions } from './intake.ts';

/** Pages that somebody else keeps: of them it is noted where they are and how they were. */
export function fromPages(from: KeptElsewhere, { dedupe, signal }: IntakeOptions): Intake {
  const gauge = new Gauge();
  const seen = new SeenSet(sipHash128(randomBytes(16)));
  const isNew = dedupe ? (target: string): boolean => seen.add(target) : (): boolean => true;

  async function* pages(): AsyncGenerator<readonly PageRow[]> {
    let first = 0;
    let number = 0;
    for await (const { cursor = null, targets: texts } of allPages(from, signal)) {
      const { targets, dropped, malformed, duplicate } = siftPage(texts, isNew);
      gauge.add({ targets: targets.targets(), malformed, duplicate });
      if (texts.length > 0) {
        const kept = { cursor, read: texts.length, dropped };
        yield [{ first, number, targets: targets.count, digest: digestOf(linesOf(targets)), kept }];
        first += targets.count;
      }
      number += 1;
    }
  }
  return {
    pages: untilAborted(pages(), signal),
    facts: () => gauge.facts(fileName(from.name), { dedupe }),
    firstMalformed: () => gauge.firstMalformed(),
  };
}
