/** For a schema's own check: the vendor's code that a request which fails it would have got. */
export function codeParams(code: string | undefined): { readonly params?: { readonly code: string } } {
  return code === undefined ? {} : { params: { code } };
}
