import { targetsOf } from '../../../intake/targets-of.ts';
import { namingFaults } from '../../../node/intake/naming-faults.ts';
import { untilAborted } from '../../../intake/until-aborted.ts';
import type { GivenTargets } from '../../../store/target-input.ts';
import { paginate, type PageRow } from '../pages/page-writer.ts';
import { Gauge } from './gauge.ts';
import type { Intake, IntakeOptions } from './intake.ts';

/** How they are called in the record of a recall. */
const NAME = 'targets';

/** Targets one by one. */
export function fromGiven({ targets }: GivenTargets, { dedupe, signal }: IntakeOptions): Intake {
  const source = targetsOf(targets, { dedupe });
  const gauge = new Gauge();
  async function* pages(): AsyncGenerator<readonly PageRow[]> {
    const paginator = paginate();
    // Without the signal, which is met here: what is given may wait for something that never comes
    for await (const chunk of untilAborted(namingFaults(source.read(), NAME), signal)) {
      const { malformed, duplicate } = chunk;
      gauge.add({ targets: chunk.targets.targets(), malformed, duplicate });
      yield paginator.add(chunk);
    }
    yield paginator.rest();
  }
  return {
    pages: pages(),
    facts: () => gauge.facts(NAME, { dedupe }),
    firstMalformed: () => gauge.firstMalformed(),
  };
}
