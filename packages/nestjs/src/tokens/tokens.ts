/** The app that is meant where none is named. */
export const DEFAULT_APP = 'default';

/** All apps of the module, by name. */
export const UNPUSH_APPS: unique symbol = Symbol.for('unpush:nestjs:apps');
/** The options of the module as they are given; what a test overrides them with is checked like any. */
export const UNPUSH_OPTIONS: unique symbol = Symbol.for('unpush:nestjs:options');
/** The same, checked. For the module's own parts. */
export const CHECKED_OPTIONS: unique symbol = Symbol.for('unpush:nestjs:checked-options');
/** The place that keeps recalls: a `RecallStore`. */
export const UNPUSH_RECALL_STORE: unique symbol = Symbol.for('unpush:nestjs:recall-store');
/** Who works on recalls: this process, or a queue that several share. */
export const UNPUSH_RECALL_RUNNER: unique symbol = Symbol.for('unpush:nestjs:recall-runner');
/**
 * Makes the runner: a `RecallRunnerFactory`. A global module that provides it, such as `UnpushBullModule`, decides who
 * works on the recalls of every `UnpushModule`.
 */
export const UNPUSH_RECALL_RUNNER_FACTORY: unique symbol = Symbol.for('unpush:nestjs:recall-runner-factory');
/** What requests leave by: an `HttpSender`. */
export const UNPUSH_SENDER: unique symbol = Symbol.for('unpush:nestjs:sender');
/** Where Huawei's JWTs are kept between processes: a `TokenCache`. */
export const UNPUSH_TOKEN_CACHE: unique symbol = Symbol.for('unpush:nestjs:token-cache');

/** The token of an app's client, for `useExisting`, `module.get` and `overrideProvider`. */
export const getUnpushToken = (app: string = DEFAULT_APP): string => `unpush:nestjs:client:${app}`;
