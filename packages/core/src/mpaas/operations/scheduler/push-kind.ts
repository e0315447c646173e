/** The kinds of push, as schedulers name them. */
export type PushKind = 'simple' | 'template' | 'multiple' | 'broadcast';

/** The numbers of `Type` on the wire. */
export const PUSH_KINDS = { simple: 0, template: 1, multiple: 2, broadcast: 3 } as const satisfies Record<
  PushKind,
  number
>;
