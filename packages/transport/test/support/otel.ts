import { SpanStatusCode, type Attributes } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import type { TelemetryOptions } from '../../src/index.ts';

// The SDK and the API each have their own copy of the enum's type
const ERROR: number = SpanStatusCode.ERROR;
const isError = (code: number): boolean => code === ERROR;

/** One point of a metric. */
export interface Point {
  readonly attributes: Attributes;
  /** A sum, or of a histogram the count. */
  readonly value: number;
}

/** A finished span. */
export interface Finished {
  readonly name: string;
  readonly attributes: Attributes;
  readonly isError: boolean;
  readonly events: number;
}

/** The real SDK, with its memory for an exporter. */
export interface Otel {
  readonly telemetry: TelemetryOptions;
  readonly spans: () => readonly Finished[];
  readonly points: (metric: string) => Promise<readonly Point[]>;
  /** Everything that was exported, as text. */
  readonly everything: () => Promise<string>;
}

export function otel(): Otel {
  const spanExporter = new InMemorySpanExporter();
  const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spanExporter)] });
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    exporter: metricExporter,
    exportIntervalMillis: 3_600_000,
  });
  const meterProvider = new MeterProvider({ readers: [reader] });
  const spans = (): readonly Finished[] =>
    spanExporter.getFinishedSpans().map(({ name, attributes, status, events }) => ({
      name,
      attributes,
      isError: isError(status.code),
      events: events.length,
    }));
  const metrics = async (): Promise<readonly (Point & { readonly metric: string })[]> => {
    metricExporter.reset();
    await meterProvider.forceFlush();
    return metricExporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics)
      .flatMap((scope) => scope.metrics)
      .flatMap(({ descriptor, dataPoints }) =>
        dataPoints.map(({ attributes, value }) => ({
          metric: descriptor.name,
          attributes,
          value: typeof value === 'number' ? value : value.count,
        })),
      );
  };
  return {
    telemetry: { tracerProvider, meterProvider },
    spans,
    points: async (metric) =>
      (await metrics())
        .filter((point) => point.metric === metric)
        .map(({ attributes, value }) => ({ attributes, value })),
    everything: async () => JSON.stringify([spans(), await metrics()]),
  };
}
