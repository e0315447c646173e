import { Body, Controller, Module, Post } from '@nestjs/common';
import { RecallService, UnpushModule, type StartedRecall } from '@unpush/nestjs';

@Controller('recalls')
class RecallsController {
  constructor(private readonly recalls: RecallService) {}

  @Post()
  start(@Body() { notifyId, tokens }: { notifyId: number; tokens: string[] }): Promise<StartedRecall> {
    return this.recalls.start({ selector: { notifyId }, targets: tokens });
  }
}

@Module({
  imports: [
    UnpushModule.forRoot({
      app: { vendor: 'huawei', clientId: '104729817', serviceAccount: { file: 'service-account.json' } },
    }),
  ],
  controllers: [RecallsController],
})
export class AppModule {}
