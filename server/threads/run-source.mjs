// Runs a thread from its source. Before Node 22 a thread does not inherit what reads TypeScript in its process.
import { workerData } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

await tsImport(workerData, import.meta.url);
