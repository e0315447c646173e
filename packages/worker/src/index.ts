export { createRecallGateway, type GatewayMeans, type RecallGateway } from './create-recall-gateway.ts';
export { APPS, ROUTES, type Operation, type Route, type Scope } from './contract/routes.ts';
export { type AuditEntry, type RecallAnswer } from './contract/recall-answer.ts';
export {
  type GatewayAppBase,
  type GatewayAppOptions,
  type HuaweiGatewayApp,
  type MpaasGatewayApp,
  type SecretValue,
} from './app/app-options.ts';
export {
  type AccessOptions,
  type CloudflareAccessOptions,
  type GatewayKey,
  type GatewayLimits,
  type GatewayOptions,
  type OptionsOf,
} from './gateway/options.ts';
