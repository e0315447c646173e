import { applyDecorators, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { ApiKeyGuard } from './api-key.guard.ts';

/** For routes that send something to phones, or show whole tokens. */
export const NeedsApiKey = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    UseGuards(ApiKeyGuard),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: 'No key, or a wrong one.' }),
  );
