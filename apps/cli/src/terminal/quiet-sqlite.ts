/**
 * Keeps back the one warning that says nothing to whoever takes back a notification: that Node calls its SQLite
 * experimental. All others are told as ever.
 */
export function quietSqlite(owner: Pick<NodeJS.Process, 'emitWarning'>): void {
  const emit = owner.emitWarning.bind(owner) as (...told: readonly unknown[]) => void; // all its forms in one
  owner.emitWarning = (...told: readonly unknown[]): void => {
    const [warning, type] = told;
    if (type === 'ExperimentalWarning' && String(warning).startsWith('SQLite ')) return;
    emit(...told);
  };
}
