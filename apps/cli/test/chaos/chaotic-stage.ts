import type { Fault } from '@unpush/emulator';
import { NOTIFY_ID, setStage, type Stage } from '../support/stage.ts';

/** A list as people hold them, and a vendor on a bad day. */
export interface ChaoticStage extends AsyncDisposable {
  readonly stage: Stage;
  /** Where the list lies: each target, some twice, some of another app, some damaged. */
  readonly list: string;
  readonly targets: readonly string[];
  readonly strangers: ReadonlySet<string>;
  readonly duplicates: number;
  readonly malformed: number;
}

const PHONES = 3000;
const STRANGERS = 12;

/** Everything that can go wrong on the way and leaves the vendor's record right. */
const FAULTS: readonly Fault[] = [
  { action: { type: 'latency', ms: 4, jitterMs: 40 } },
  { probability: 0.03, action: { type: 'reset', when: 'after' } },
  { probability: 0.02, action: { type: 'reset', when: 'before' } },
  { probability: 0.02, action: { type: 'status', status: 502, body: 'html', acts: true } },
  { probability: 0.02, action: { type: 'status', status: 500, body: 'json', acts: false } },
  { probability: 0.04, action: { type: 'status', status: 503, body: 'empty' } },
  { probability: 0.02, action: { type: 'truncate' } },
  { probability: 0.01, action: { type: 'code', code: '80200003' } },
];

export async function setChaoticStage(random: () => number): Promise<ChaoticStage> {
  const stage = await setStage({ phones: PHONES, emulator: { random } });
  const { huawei, faults } = stage.running.emulator;
  const other = await huawei.createApp({ name: 'another' });
  const strangers = huawei.createDevices({ clientId: other.clientId, count: STRANGERS });
  huawei.deliver({ clientId: stage.clientId, notifyId: NOTIFY_ID, title: 'wrong' });
  faults.set(FAULTS);
  const targets = [...stage.tokens];
  for (const stranger of strangers) {
    // Not among the first ten, which would make it look like a wrong client id
    targets.splice(20 + Math.floor(random() * (targets.length - 20)), 0, stranger);
  }
  const again = targets.filter(() => random() < 0.01);
  const damaged = ['two words', '\u0007bell'];
  const list = await stage.write('list.txt', `${[...targets, ...again, ...damaged].join('\n')}\n`);
  return {
    stage,
    list,
    targets,
    strangers: new Set(strangers),
    duplicates: again.length,
    malformed: damaged.length,
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}
