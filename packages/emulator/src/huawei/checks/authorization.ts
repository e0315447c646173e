import type { Call } from '../call.ts';
import { type Credential, verifyJwt } from '../jwt/verify-jwt.ts';
import { authenticationError } from '../refusal.ts';
import type { HuaweiWorld } from '../world.ts';

/** `Bearer`, one space, and a JWT. */
export function checkAuthorization(call: Call, world: HuaweiWorld): Promise<Credential> {
  const authorization = call.headers.get('authorization') ?? '';
  if (authorization === '') throw authenticationError('The Authorization header is missing or empty.');
  if (!authorization.startsWith('Bearer '))
    throw authenticationError('Authorization must be "Bearer <JWT>".');
  return verifyJwt(authorization.slice('Bearer '.length), {
    keyById: (keyId) => world.apps.key(keyId),
    nowSeconds: call.serverTime / 1000,
    goodSignatures: world.goodSignatures,
    skewSeconds: world.behaviour.clockSkewSeconds,
  });
}
