import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable, UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import type { Request } from 'express';
import type { Settings } from '../settings.ts';

const BEARER = /^Bearer +(\S+)$/i;

/** Lets in who sends `Authorization: Bearer` with the key of the settings. Your own guard goes in its place. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  readonly #digest: Buffer;

  constructor(config: ConfigService<Settings, true>) {
    this.#digest = digestOf(config.get('API_KEY', { infer: true }));
  }

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<Request>();
    const key = BEARER.exec(headers.authorization ?? '')?.[1];
    // Digests are of one length, and how long they take to compare tells nothing of the key
    if (key !== undefined && timingSafeEqual(digestOf(key), this.#digest)) return true;
    throw new UnauthorizedException('Send the API_KEY of the settings as "Authorization: Bearer KEY".');
  }
}

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest();
