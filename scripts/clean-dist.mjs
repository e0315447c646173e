// @ts-check
// Empties a package's dist before its build: the compiler leaves behind what a moved source file once became, and
// that would be published.
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
