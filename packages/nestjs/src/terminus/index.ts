export { UnpushHealthIndicator, type UnpushHealth } from './unpush-health.indicator.ts';
export { HEALTH_DEFAULTS, type HealthLimits, type UnpushHealthOptions } from './health-options.ts';
export { type AppHealth } from './judge/describe-app.ts';
