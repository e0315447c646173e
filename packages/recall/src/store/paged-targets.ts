/**
 * The port through which targets are read from where they lie already, page by page, by whichever process needs
 * them, and again when a recall goes on. A page must stay what it was for as long as the recall is not finished: it
 * is compared by digest each time, and a recall whose pages have changed stops.
 */
export interface PagedTargets<P = unknown> {
  /** The page at a cursor; the first one without a cursor. A page without targets is allowed. */
  page(request: PageRequest<P>): Promise<TargetPage>;
}

/** Which page is wanted. */
export interface PageRequest<P = unknown> {
  /** The `next` of the page before; absent for the first one. */
  readonly cursor?: string;
  /** As the recall was started with. */
  readonly parameters: P;
  readonly signal?: AbortSignal;
}

/** A page of targets: from a hundred to ten thousand are a good size. */
export interface TargetPage {
  readonly targets: readonly string[];
  /** Leads to the next page; absent on the last one. At most 1000 characters. */
  readonly next?: string;
}
