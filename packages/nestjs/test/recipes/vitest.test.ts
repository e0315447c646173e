import { Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { createEmulator } from '@unpush/emulator';
import { InjectUnpush, RecallService, UNPUSH_SENDER, UnpushModule } from '@unpush/nestjs';
import { fetchSender, type HuaweiClient } from '@unpush/transport';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

@Injectable()
class OrderService {
  constructor(@InjectUnpush() push: HuaweiClient) {
    this.push = push;
  }
  private readonly push: HuaweiClient;

  async takeBack(notifyId: number, tokens: readonly string[]): Promise<number> {
    return (await this.push.revoke({ notifyId, tokens })).accepted;
  }
}

it('takes a notification back', async () => {
  // The vendor, played in this process
  const emulator = createEmulator();
  const { clientId, serviceAccount } = await emulator.huawei.createApp();
  const tokens = emulator.huawei.createDevices({ clientId, count: 3 });
  emulator.huawei.deliver({ clientId, notifyId: 3114932, title: 'Oops' });
  const directory = await mkdtemp(join(tmpdir(), 'recalls-'));

  const module = await Test.createTestingModule({
    imports: [
      UnpushModule.forRoot({
        app: { vendor: 'huawei', clientId, serviceAccount: { ...serviceAccount } },
        ledger: { directory },
      }),
    ],
    providers: [OrderService],
  })
    .overrideProvider(UNPUSH_SENDER)
    .useValue(fetchSender({ fetch: (url, init) => emulator.fetch(new Request(url, init)) }))
    .compile();

  expect(await module.get(OrderService).takeBack(3114932, tokens.slice(0, 1))).toBe(1);

  const recalls = module.get(RecallService);
  const { recallId } = await recalls.start({ selector: { notifyId: 3114932 }, targets: tokens });
  expect((await recalls.finished(recallId)).targets.accepted).toBe(3);
  expect(emulator.huawei.tray(tokens[2]!)).toEqual([]);

  await module.close();
  await rm(directory, { recursive: true });
});
