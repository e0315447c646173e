export { createRecallGateway, type GatewayMeans, type RecallGateway } from './create-recall-gateway.ts';
export { APPS, ROUTES, type Operation, type Route, type Scope } from './contract/routes.ts';
export { type AuditEntry, type RecallAnswer } from './contract/recall-answer.ts';
export {
  type AccessOptions,
  type CloudflareAccessOptions,
  type GatewayAppBase,
  type GatewayAppOptions,
  type GatewayKey,
  type GatewayLimits,
  type GatewayOptions,
  type HuaweiGatewayApp,
  type MpaasGatewayApp,
  type OptionsOf,
  type SecretValue,
} from './gateway/options.ts';
