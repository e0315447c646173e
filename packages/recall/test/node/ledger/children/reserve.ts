// Run as a process of its own: reserves a place in the directory that is named, spools, and waits to be killed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedgers } from '../../../../src/node/index.ts';

const reservation = openLedgers({ directory: process.argv[2] ?? '' }).reserve();
writeFileSync(join(reservation.spoolDirectory, 'input'), 'IQAAAACy01\n');
process.stdout.write(`${reservation.recallId}\n`);
// Holds on to it: collected, it would let go of its place
setInterval(() => reservation.recallId, 1000);
