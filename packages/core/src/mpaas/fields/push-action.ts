import { namedSchema } from './named.ts';

/** What a tap opens: a web page, or an activity of the app (an Android intent). */
export type PushAction = 'url' | 'activity';

/** How a notification looks. */
export type PushStyle = 'default' | 'big-text' | 'image-text';

/** The numbers of `PushAction` on the wire. */
export const PUSH_ACTIONS = { url: 0, activity: 1 } as const satisfies Record<PushAction, number>;

/** The numbers of `PushStyle` on the wire. */
export const PUSH_STYLES = { default: 0, 'big-text': 1, 'image-text': 2 } as const satisfies Record<
  PushStyle,
  number
>;

export const pushActionSchema = namedSchema({ what: 'what a tap opens (PushAction)', numbers: PUSH_ACTIONS });
export const pushStyleSchema = namedSchema({ what: 'how it looks (PushStyle)', numbers: PUSH_STYLES });
