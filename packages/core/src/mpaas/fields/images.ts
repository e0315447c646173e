import { textMapAsJson } from './text-map.ts';

/**
 * Addresses of a picture, by phone maker: `defaultUrl`, and for one maker alone `oppoUrl`, `miuiUrl`, `hmsUrl` and so
 * on.
 */
export type PushImages = Readonly<Record<string, string>>;

/** Takes addresses, and gives them as JSON. */
export const pushImagesSchema = textMapAsJson('addresses of pictures, such as { defaultUrl }');
