/** The same storage, which tells before each of its statements: for whoever means to die there. */
export function mortal(storage: DurableObjectStorage, onStatement: () => void): DurableObjectStorage {
  const { sql } = storage;
  const told = <T extends object>(target: T, own: (key: PropertyKey) => unknown): T =>
    new Proxy(target, {
      get(_target, key) {
        const ours = own(key);
        if (ours !== undefined) return ours;
        const value: unknown = Reflect.get(target, key, target);
        // The platform's methods know their own object only
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  const exec = <T extends Record<string, SqlStorageValue>>(
    query: string,
    ...bindings: readonly SqlStorageValue[]
  ): SqlStorageCursor<T> => {
    onStatement();
    return sql.exec<T>(query, ...bindings);
  };
  const counted = told(sql, (key) => (key === 'exec' ? exec : undefined));
  return told(storage, (key) => (key === 'sql' ? counted : undefined));
}
