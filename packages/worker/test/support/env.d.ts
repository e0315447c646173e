declare namespace Cloudflare {
  interface Env {
    OBJECTS: DurableObjectNamespace<import('./worker.ts').TestObject>;
    FAILED_ATTEMPTS: RateLimit;
  }
}
