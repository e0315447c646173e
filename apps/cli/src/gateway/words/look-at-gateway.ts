/** Where recalls were only looked for on this machine. */
export const LOOK_AT_GATEWAY = 'To look at a gateway, give --gateway URL or set UNPUSH_GATEWAY.';
