import type { MpaasChannel } from '../store/phones/channels.ts';
import type { Addressing } from '../store/pushes/sent.ts';
import type { AppName } from '../accounts/app-name.ts';

/** Devices to add to an app: so many with new ids, or one for each id given. */
export type MpaasDeviceOrder = AppName & {
  /** The way notifications reach them. Default `huawei`. */
  readonly channel?: MpaasChannel;
} & ({ readonly count: number } | { readonly ids: readonly string[] });

/** Who is logged in where. */
export interface MpaasBinding {
  readonly userId: string;
  /** A device of the app. A device has one user at a time, a user may have several devices. */
  readonly device: string;
}

/** A simple push that is put on devices directly, as if it had come long ago. */
export interface MpaasDelivery extends AppName {
  /** The sender's id of the message. Default: 13 digits. */
  readonly messageId?: string;
  /** Whether `targets` are ids of devices (default) or of users. */
  readonly addressing?: Addressing;
  /** Default: every device, or every user, that the app has now. */
  readonly targets?: readonly string[];
  readonly title?: string;
  readonly content?: string;
  /** Milliseconds since 1970. Default: now. */
  readonly sentAt?: number;
}

/** A batch push or a broadcast that is put on devices directly. */
export interface MpaasTaskDelivery extends MpaasDelivery {
  /** The vendor's id of the task. Default: 8 digits. */
  readonly taskId?: string;
  /** Default: `multiple` if there are targets, else `broadcast`. */
  readonly kind?: 'multiple' | 'broadcast';
}

/** Which revokes to look at: those of a message or those of a task. */
export type MpaasRevoked = AppName & ({ readonly messageId: string } | { readonly taskId: string });

/** A phone: by its device id, or by who is logged in on it. */
export type MpaasPhone = AppName & ({ readonly device: string } | { readonly user: string });

/** What a person does to a notification. */
export type MpaasTouch = MpaasPhone & ({ readonly messageId: string } | { readonly taskId: string });
