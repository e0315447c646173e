import { Injectable, Module } from '@nestjs/common';
import { InjectUnpush, RecallService, UnpushModule } from '@unpush/nestjs';
import type { HuaweiClient, HuaweiRevokeResult } from '@unpush/transport';

@Injectable()
export class NightShift {
  constructor(
    private readonly recalls: RecallService,
    @InjectUnpush() private readonly push: HuaweiClient,
  ) {}

  /** From many, as a recall: it goes on after a restart, and `recalls` tells what became of each token. */
  async takeBackFromAll(notifyId: number, tokens: AsyncIterable<string>): Promise<string> {
    const { recallId } = await this.recalls.start({ selector: { notifyId }, targets: tokens });
    return recallId;
  }

  /** From a few, with one request. */
  takeBackFrom(notifyId: number, tokens: string[]): Promise<HuaweiRevokeResult> {
    return this.push.revoke({ notifyId, tokens });
  }
}

@Module({
  imports: [
    UnpushModule.forRoot({
      app: { vendor: 'huawei', clientId: '104012345', serviceAccount: { file: 'sa.json' } },
    }),
  ],
  providers: [NightShift],
})
export class AppModule {}
