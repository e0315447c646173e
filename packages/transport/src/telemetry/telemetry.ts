import {
  diag,
  metrics,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type MeterProvider,
  type Span,
  type TracerProvider,
} from '@opentelemetry/api';
import type { Vendor, Verdict } from '@unpush/core';
import type { Endpoint } from '../endpoint/endpoint.ts';
import {
  attributesOf,
  attributesOfVerdict,
  serverAttributesOf,
  spanNameOf,
  type ExchangeFacts,
} from './attributes.ts';
import { countedCode, countTargets, outcomeOf, type ExchangeOutcome } from './outcomes.ts';

/** Where spans and metrics go. Default: the global providers, which do nothing until an SDK is registered. */
export interface TelemetryOptions {
  readonly tracerProvider?: TracerProvider;
  readonly meterProvider?: MeterProvider;
  /**
   * Told how each exchange has ended, repeats included: for a program that has to know how things stand. What it throws
   * goes to OpenTelemetry's `diag`, and changes nothing for the exchange.
   */
  readonly onExchange?: (ended: EndedExchange) => void;
}

/** How an exchange with a vendor has ended. */
export interface EndedExchange {
  readonly vendor: Vendor;
  readonly outcome: ExchangeOutcome;
  /** It can hold whole targets: those that were refused by themselves. */
  readonly verdict: Verdict;
}

/** Tells OpenTelemetry of each exchange. */
export interface Telemetry {
  /** Runs an exchange inside a span of its own, and counts how it ended. */
  observe<T extends { readonly verdict: Verdict }>(
    facts: ExchangeFacts,
    exchange: () => Promise<T>,
  ): Promise<T>;
}

const SCOPE = '@unpush/transport';

/**
 * Makes the instruments. Register an SDK before: instruments do not find one that comes later.
 *
 * Spans and metrics hold neither credential nor target.
 */
export function createTelemetry({
  tracerProvider,
  meterProvider,
  onExchange,
}: TelemetryOptions = {}): Telemetry {
  const tracer = (tracerProvider ?? trace).getTracer(SCOPE);
  const meter = (meterProvider ?? metrics).getMeter(SCOPE);
  const exchanges = meter.createCounter('unpush.exchanges', {
    description: 'Exchanges with a vendor, by how they ended',
    unit: '{exchange}',
  });
  const targets = meter.createCounter('unpush.targets', {
    description: 'Targets with a final verdict of the vendor',
    unit: '{target}',
  });
  const duration = meter.createHistogram('unpush.exchange.duration', {
    description: 'From the signing of a request to its whole answer',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] },
  });

  const count = (
    facts: ExchangeFacts,
    { verdict, startedAt }: { verdict: Verdict; startedAt: number },
  ): void => {
    const { vendor, batch } = facts;
    const ended = { 'unpush.vendor': vendor, 'unpush.outcome': outcomeOf(verdict) };
    exchanges.add(1, { ...ended, 'unpush.code': countedCode(vendor, verdict) });
    duration.record((performance.now() - startedAt) / 1000, ended);
    if (batch === undefined) return;
    const { accepted, rejected } = countTargets(verdict, batch);
    if (accepted > 0) targets.add(accepted, { 'unpush.vendor': vendor, 'unpush.outcome': 'accepted' });
    if (rejected > 0) targets.add(rejected, { 'unpush.vendor': vendor, 'unpush.outcome': 'rejected' });
  };

  const servers = new WeakMap<Endpoint, Attributes>();
  const serverOf = (endpoint: Endpoint): Attributes => {
    const server = servers.get(endpoint) ?? serverAttributesOf(endpoint);
    servers.set(endpoint, server);
    return server;
  };

  const inSpan: Telemetry['observe'] = (facts, exchange) =>
    tracer.startActiveSpan(
      spanNameOf(facts),
      { kind: SpanKind.CLIENT, attributes: attributesOf(facts, serverOf(facts.endpoint)) },
      async (span) => {
        const startedAt = performance.now();
        try {
          const result = await exchange();
          describe(span, result.verdict);
          count(facts, { verdict: result.verdict, startedAt });
          return result;
        } catch (error) {
          // Not recorded as an exception: its text and stack may hold what was passed in
          span.setAttribute('error.type', error instanceof Error ? error.name : '_OTHER');
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      },
    );

  return {
    observe: async (facts, exchange) => {
      const result = await inSpan(facts, exchange);
      const { verdict } = result;
      try {
        onExchange?.({ vendor: facts.vendor, outcome: outcomeOf(verdict), verdict });
      } catch (error) {
        // The vendor has acted already: what is told of it must not read as an exchange that has failed
        diag.error('unpush: onExchange has failed', error);
      }
      return result;
    },
  };
}

function describe(span: Span, verdict: Verdict): void {
  if (!span.isRecording()) return;
  span.setAttributes(attributesOfVerdict(verdict));
  if (verdict.advice !== 'done') span.setStatus({ code: SpanStatusCode.ERROR });
}
