declare namespace Cloudflare {
  interface Env {
    OBJECTS: DurableObjectNamespace<import('./worker.ts').TestObject>;
    RECALLS: DurableObjectNamespace<import('./worker.ts').RecallObject>;
    FAILED_ATTEMPTS: RateLimit;
  }
}
