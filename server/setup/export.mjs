// What `npm run export` runs.
import { runCommand } from './steps/command.mjs';

await runCommand('server/commands/export.js');
