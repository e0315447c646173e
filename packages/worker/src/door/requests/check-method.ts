import { Refusal } from '../../answers/refusal.ts';

/** Refuses a method that is not answered, and names those that are. */
export function checkMethod(method: string, allowed: readonly string[]): void {
  // HEAD is wherever GET is
  const answered = allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed;
  if (answered.includes(method)) return;
  throw new Refusal('method-not-allowed', { headers: { Allow: answered.join(', ') } });
}
