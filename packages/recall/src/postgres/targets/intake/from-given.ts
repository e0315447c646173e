import { targetsOf } from '../../../intake/targets-of.ts';
import type { GivenTargets } from '../../../store/target-input.ts';
import { paginate, type PageRow } from '../page-writer.ts';
import { Gauge } from './gauge.ts';
import type { Intake, IntakeOptions } from './intake.ts';

/** Targets one by one. */
export function fromGiven({ targets }: GivenTargets, { dedupe, signal }: IntakeOptions): Intake {
  const source = targetsOf(targets, { dedupe });
  const gauge = new Gauge();
  async function* pages(): AsyncGenerator<readonly PageRow[]> {
    const paginator = paginate();
    for await (const chunk of source.read(signal && { signal })) {
      const { malformed, duplicate } = chunk;
      gauge.add({ targets: chunk.targets.targets(), malformed, duplicate });
      yield paginator.add(chunk);
    }
    yield paginator.rest();
  }
  return {
    pages: pages(),
    facts: () => gauge.facts('targets', { dedupe }),
    firstMalformed: () => gauge.firstMalformed(),
  };
}
