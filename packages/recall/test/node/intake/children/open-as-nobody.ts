// Run as a process of its own: opens the file that is named, as a user who may read nothing, and says what came.
import { openInput } from '../../../../src/node/index.ts';

const NOBODY = 65_534;

if (process.getuid?.() === 0) {
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
try {
  await openInput({ files: [{ path: process.argv[2] ?? '' }], dedupe: true, spoolDirectory: '/nowhere' });
  process.stdout.write('read\n');
} catch (error) {
  process.stdout.write(error instanceof Error ? `${error.name} ${error.message}\n` : 'no error\n');
}
