/** How a recall stands, in one word. */
export const stateOf = ({
  summary,
  forgotten,
}: {
  readonly summary: { readonly state: string };
  readonly forgotten: boolean;
}): string => (forgotten ? 'forgotten' : summary.state);
