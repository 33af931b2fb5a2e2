// What `npm run import` runs.
import { runCommand } from './steps/command.mjs';

await runCommand('seed/import/main.js');
