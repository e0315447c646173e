export type { GatewayOptions } from '@unpush/worker';
