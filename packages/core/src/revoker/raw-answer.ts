/** What came back over HTTP, before anyone has made sense of it. */
export interface RawAnswer {
  readonly status: number;
  readonly contentType?: string;
  readonly body: string;
}
