// What `npm run publish` runs.
import { runCommand } from './steps/command.mjs';

await runCommand('server/commands/publish.js');
