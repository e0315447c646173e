import { Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { HuaweiClient, MpaasClient } from '@unpush/transport';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InjectUnpush, UnpushModule } from '../../../src/index.ts';
import { MESSAGE_ID, NOTIFY_ID, setStage, type Stage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

@Injectable()
class OrderService {
  readonly push: HuaweiClient;
  constructor(@InjectUnpush() push: HuaweiClient) {
    this.push = push;
  }
}

@Injectable()
class BothService {
  readonly shop: HuaweiClient;
  readonly bank: MpaasClient;
  constructor(@InjectUnpush('shop') shop: HuaweiClient, @InjectUnpush('bank') bank: MpaasClient) {
    this.shop = shop;
    this.bank = bank;
  }
}

describe('UnpushModule.forRoot', () => {
  it('injects the client of the one app, whose single revokes reach the vendor', async () => {
    const { huawei, sender, ledger, tokens } = stage;
    const module = await Test.createTestingModule({
      imports: [UnpushModule.forRoot({ app: huawei, sender, ledger })],
      providers: [OrderService],
    }).compile();
    const result = await module.get(OrderService).push.revoke({ notifyId: NOTIFY_ID, tokens: [tokens[0]!] });
    expect(result).toMatchObject({ accepted: 1, rejected: [], code: '80000000' });
    expect([...stage.revoked().keys()]).toEqual([tokens[0]]);
    await module.close();
  });

  it('injects several apps, of either vendor, by their names', async () => {
    const { huawei, mpaas, sender, ledger, tokens, devices } = stage;
    const module = await Test.createTestingModule({
      imports: [UnpushModule.forRoot({ apps: { shop: huawei, bank: mpaas }, sender, ledger })],
      providers: [BothService],
    }).compile();
    const { shop, bank } = module.get(BothService);
    await shop.revoke({ notifyId: NOTIFY_ID, tokens: [tokens[1]!] });
    await bank.revoke({ messageId: MESSAGE_ID, targetId: devices[1]! });
    expect(stage.revoked().has(tokens[1]!)).toBe(true);
    expect([...stage.revokedDevices()]).toEqual([devices[1]]);
    await module.close();
  });
});
