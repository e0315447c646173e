import * as z from 'zod/mini';
import { show } from '../../../../display/show.ts';
import { codeParams } from '../../../fields/code-params.ts';
import { jsonOfEntries, textMapSchema, type TextEntry } from '../../../fields/text-map.ts';

/** The keys that Message Push fills in by itself. */
export const RESERVED_EXTENDED_PARAMS = [
  'notifyType',
  'action',
  'silent',
  'pushType',
  'templateCode',
  'channel',
  'taskId',
] as const;

/** How many extension parameters there may be. */
export interface ExtendedParamsLimit {
  readonly most: number;
  /** The vendor's code for more. */
  readonly code: string;
}

const RESERVED: ReadonlySet<string> = new Set(RESERVED_EXTENDED_PARAMS);

interface Problem {
  readonly key?: string;
  readonly message: string;
  readonly code: string;
}

/**
 * Extension parameters, which reach the app with the message; as JSON.
 *
 * @see https://help.aliyun.com/document_detail/2871133.html
 */
export function extendedParamsSchema({ most, code }: ExtendedParamsLimit): z.ZodMiniType<string> {
  return z.pipe(
    textMapSchema('extension parameters (ExtendedParams)').check(({ value, issues }) => {
      for (const { key, message, code: vendorCode } of [
        ...tooMany(value, { most, code }),
        ...problems(value),
      ]) {
        const path = key === undefined ? [] : [key];
        issues.push({ code: 'custom', input: value, path, message, ...codeParams(vendorCode) });
      }
    }),
    z.transform(jsonOfEntries),
  );
}

function tooMany({ length }: readonly TextEntry[], { most, code }: ExtendedParamsLimit): readonly Problem[] {
  if (length <= most) return [];
  return [
    { message: `must be at most ${most} extension parameters, but are ${length}: leave some out`, code },
  ];
}

function problems(entries: readonly TextEntry[]): readonly Problem[] {
  const reserved = entries.flatMap(([key]) => (RESERVED.has(key) ? [reservedKey(key)] : []));
  return [...reserved, ...badgeProblems(new Map(entries))];
}

const reservedKey = (key: string): Problem => ({
  key,
  message: 'is a key that Message Push fills in by itself: use another',
  code: '3044',
});

/** The badge of Huawei's launcher: by how much it grows, and of which class of the app. */
function badgeProblems(params: ReadonlyMap<string, string>): readonly Problem[] {
  const key = 'badge_add_num';
  const added = params.get(key);
  if (added === undefined) return [];
  const wrong = { key, message: `must be a whole number in digits, but is ${show(added)}`, code: '3058' };
  const alone = { key, message: 'needs badge_class, the entry activity of the app, beside it', code: '3059' };
  return [
    ...(/^\d+$/.test(added) ? [] : [wrong]),
    ...((params.get('badge_class') ?? '') === '' ? [alone] : []),
  ];
}
