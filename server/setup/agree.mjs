// What `npm run agree` runs.
import { runCommand } from './steps/command.mjs';

await runCommand('seed/agree/main.js');
