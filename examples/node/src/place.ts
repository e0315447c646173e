/** Where the vendor is. Leave both out against the real one. */
export interface Place {
  readonly endpoint?: string;
  /** The certificate authority to trust besides Node's own, as PEM. */
  readonly ca?: string;
}
