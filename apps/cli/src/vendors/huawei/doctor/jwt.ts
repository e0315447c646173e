import { createTokenSource, type ServiceAccount } from '@unpush/transport';
import type { Finding } from '../../../findings/finding.ts';
import { failure } from '../../../findings/failure.ts';

/** Whether a JWT can be signed, and how long that takes. The JWT itself goes nowhere. */
export async function checkJwt(account: ServiceAccount): Promise<Finding> {
  const start = performance.now();
  try {
    const { expiresAt } = await createTokenSource({ account }).current();
    const ms = Math.round((performance.now() - start) * 10) / 10;
    const end = new Date(expiresAt * 1000).toISOString();
    return {
      status: 'ok',
      detail: `signed with PS256 in ${ms} ms, valid until ${end}`,
      facts: { ms, expiresAt: end },
    };
  } catch (error) {
    return failure(error);
  }
}
