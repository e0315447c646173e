import * as z from 'zod/mini';
import { orAbsent } from './or-absent.ts';

/**
 * A text of an answer, also where the vendor sent a number; anything else is as good as absent. A number that is too
 * large to be exact is no text either: its last digits are lost, and an id with other digits names something else.
 */
export const lenientText = orAbsent(z.union([z.string(), z.pipe(z.int(), z.transform(String))]));
