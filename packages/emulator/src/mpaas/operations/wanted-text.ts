import { ServiceRefusal } from '../answers/refusals.ts';
import type { MpaasCode } from '../answers/messages.ts';
import type { Parameters } from '../parameters.ts';

/** A parameter that is not empty. */
export function wantedText(parameters: Parameters, name: string, code: MpaasCode): string {
  const text = parameters.text(name);
  if (text === '') throw new ServiceRefusal(code, `${name} is empty.`);
  return text;
}
