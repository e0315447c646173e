import type { PushAction } from '../../../fields/push-action.ts';
import type { PushStrategy } from './strategy.ts';
import type { TransparentMessage } from './transparent-message.ts';

/** Through which channel a push goes: Message Push's own, or what each phone has. */
export type NotifyType = 'transparent' | 'notify';

/** What a message is to vivo's channel. */
export type VivoClassification = 'operational' | 'system';

/** What all four kinds of push take. */
export interface PushOptions {
  /** `TaskName`: what the console calls this push (3019). */
  readonly taskName: string;
  /**
   * `ExpiredSeconds`: how long Message Push tries to deliver, in whole seconds. Bounds are documented nowhere, though
   * there are codes for them (3020, 3026).
   */
  readonly expiredSeconds: number;
  /**
   * `ExtendedParams`: reach the app with the message. At most 20 (3035), none of
   * `RESERVED_EXTENDED_PARAMS` (3044); `badge_add_num` is a whole number (3058) beside `badge_class` (3059).
   */
  readonly extendedParams?: Readonly<Record<string, string>>;
  /** `PushAction`: what a tap opens. Default: a web page. */
  readonly pushAction?: PushAction | 0 | 1;
  /** `Silent`: whether nothing is shown. */
  readonly silent?: boolean | 0 | 1;
  /** `NotifyType`: through which channel. */
  readonly notifyType?: NotifyType;
  /** When to push. Default: now. */
  readonly strategy?: PushStrategy;
  /** `Classification`: what it is to vivo. Default: system. */
  readonly classification?: VivoClassification | 0 | 1;
  /** `ChannelId`: the notification channel of Android. */
  readonly channelId?: string;
  /** `MiChannelId`: the notification channel of Xiaomi. */
  readonly miChannelId?: string;
  /** `NotifyLevel`: levels by phone maker, sent as JSON. */
  readonly notifyLevel?: Readonly<Record<string, unknown>>;
  /** `ThirdChannelCategory`: categories by phone maker, such as `{ hms: '9' }`, sent as JSON. */
  readonly thirdChannelCategory?: Readonly<Record<string, unknown>>;
  /** A message to the app itself, through the phone makers' channels. */
  readonly transparentMessage?: TransparentMessage;
  /** `VendorTemplate`, as the vendor wants it. */
  readonly vendorTemplate?: string;
}
