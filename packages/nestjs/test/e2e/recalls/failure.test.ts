import { EventEmitterModule, EventEmitter2 } from '@nestjs/event-emitter';
import type { AccessKeyFields } from '@unpush/transport';
import { describe, expect, it } from 'vitest';
import { RECALL_EVENTS, UnpushModule } from '../../../src/index.ts';
import { openApplication } from '../../support/open-module.ts';
import { MESSAGE_ID, setStage } from '../../support/stage.ts';

describe('a recall that an error of the program ends', () => {
  it('says so in status, log and events, waits for somebody, and goes on once that is mended', async () => {
    await using stage = await setStage({ phones: 5 });
    const { mpaas, sender, ledger, devices } = stage;
    let vault: () => AccessKeyFields = () => {
      throw new Error('the vault is sealed');
    };
    await using bank = await openApplication({
      imports: [
        EventEmitterModule.forRoot(),
        UnpushModule.forRoot({ app: { ...mpaas, accessKey: () => vault() }, sender, ledger }),
      ],
    });
    const told: unknown[] = [];
    bank.module.get(EventEmitter2).on(RECALL_EVENTS.failed, (payload) => {
      told.push(payload);
      throw new Error('whatever a listener throws');
    });
    const { recallId } = await bank.recalls.start({ selector: { messageId: MESSAGE_ID }, targets: devices });
    const message =
      'The provider of the access key gave none (or none within 20 s). Check what it stands on; its error is the cause of this one. (cause: the vault is sealed)';
    const ended = await bank.recalls.finished(recallId);
    expect(ended).toMatchObject({
      state: 'stopped',
      wanted: 'stop',
      stoppedBy: { cause: 'error' },
      targets: { read: 5, notAttempted: 5 },
      error: { message },
    });
    expect(told).toEqual([{ recallId, app: 'default', message }]);
    expect(bank.log).toContain(`error Recall ${recallId} (default) failed: ${message}`);
    expect(bank.log).toContain(
      `error A listener of unpush.recall.failed failed: Error: whatever a listener throws`,
    );

    const key = mpaas.accessKey as AccessKeyFields; // as the stage makes it
    vault = () => key;
    await bank.recalls.resume(recallId);
    const mended = await bank.recalls.finished(recallId);
    expect(mended).toMatchObject({ state: 'finished', targets: { accepted: 5 } });
    expect(mended).not.toHaveProperty('error');
    for (const secret of stage.secrets) expect(bank.log.join('\n')).not.toContain(secret);
  });
});
