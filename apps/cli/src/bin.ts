#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// The rest is loaded after this line, so that it comes compiled from the second start on
enableCompileCache();
const { main } = await import('./main.ts');
await main();
