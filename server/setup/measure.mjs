// What `npm run measure` runs.
import { runCommand } from './steps/command.mjs';

await runCommand('server/commands/measure.js');
