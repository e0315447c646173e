import { Refusal } from '../../answers/refusal.ts';

/** Refuses a method that is not answered, and names those that are. */
export function checkMethod(method: string, allowed: readonly string[]): void {
  if (!allowed.includes(method)) {
    throw new Refusal('method-not-allowed', { headers: { Allow: allowed.join(', ') } });
  }
}
