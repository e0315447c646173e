import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InjectUnpush } from '@unpush/nestjs';
import type { HuaweiClient, HuaweiRevokeResult } from '@unpush/transport';
import * as z from 'zod';
import { NeedsApiKey } from '../auth/needs-api-key.decorator.ts';

/** What a revoke can be is checked by the client. */
const revokeBody = z.strictObject({
  notifyId: z.number().meta({ description: 'The notifyId it was sent with.', example: 3114932 }),
  tokens: z.array(z.string()).meta({ description: '1 to 1000 push tokens.', example: ['MAMz…'] }),
});

@ApiTags('revokes')
@Controller('revokes')
export class RevokesController {
  constructor(@InjectUnpush() private readonly push: HuaweiClient) {}

  @Post()
  @HttpCode(200)
  @NeedsApiKey()
  @ApiOperation({ summary: 'Take a notification back from some phones, with one request' })
  @ApiOkResponse({ schema: { type: 'object', example: { accepted: 1, rejected: [], code: '80000000' } } })
  revoke(@Body({ schema: revokeBody }) body: z.infer<typeof revokeBody>): Promise<HuaweiRevokeResult> {
    return this.push.revoke(body);
  }
}
