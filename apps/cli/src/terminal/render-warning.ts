import type { Painter } from './style.ts';
import { wrap } from './wrap.ts';

/** A warning, its lines no longer than the screen is wide. */
export const renderWarning = (
  words: string,
  { paint, width }: { readonly paint: Painter; readonly width: number },
): string => `${wrap(words, { width, first: `${paint(['bold', 'yellow'], 'warning')} `, rest: '  ' })}\n`;
