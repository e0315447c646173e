/** What is made of a secret, once for as long as it is the same. What runs already goes on with what it has. */
export function perSecret<T>(make: (secret: string) => T): (secret: string) => T {
  let made: { readonly secret: string; readonly value: T } | undefined;
  return (secret) => {
    if (made?.secret !== secret) made = { secret, value: make(secret) };
    return made.value;
  };
}
