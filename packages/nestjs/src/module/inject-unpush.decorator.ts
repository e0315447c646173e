import { Inject } from '@nestjs/common';
import { getUnpushToken } from '../tokens/tokens.ts';

/**
 * Injects the client of an app, for single revokes: a `HuaweiClient` or an `MpaasClient` of `@unpush/transport`.
 *
 * @param app - as the options name it; left out, the only one or `default`.
 *
 * @example
 * ```ts
 * @Injectable()
 * export class OrderService {
 *   constructor(@InjectUnpush() private readonly push: HuaweiClient) {}
 *
 *   takeBack(notifyId: number, token: string) {
 *     return this.push.revoke({ notifyId, tokens: [token] });
 *   }
 * }
 * ```
 */
export const InjectUnpush = (app?: string): PropertyDecorator & ParameterDecorator =>
  Inject(getUnpushToken(app));
