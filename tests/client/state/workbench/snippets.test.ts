import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snippetsOf } from '../../../../client/state/workbench/snippets.ts';

const run = promisify(execFile);
const HOSTILE = [
  'plain',
  `it's "quoted" \\ and \`ticked\``,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a shell or a template would fill in must stay
  '$(touch /tmp/x) $HOME ${x} !! %s %(x)s {x}',
  'two\nlines\r\n\ttab',
  '\'\'\' """ */ // # --',
  '😀 é \u2028 \u2029 \u0007',
  'ends with a backslash \\',
  '\\u0041 \\n',
];
const COMMANDS = {
  curl: { file: 'ask.sh', command: 'sh' },
  JavaScript: { file: 'ask.mjs', command: process.execPath },
  Python: { file: 'ask.py', command: 'python3' },
};

describe('the same question as code', () => {
  let received: unknown;
  let folder: string;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request.setEncoding('utf8')) body += piece;
    received = JSON.parse(body);
    response.setHeader('Content-Type', 'application/json').end('{"rows": []}');
  });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entente-snippets-'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  const request = {
    statement: `RETURN ${HOSTILE.join(' | ')}`,
    parameters: {
      texts: HOSTILE,
      typed: { $type: 'Integer', _value: '9007199254740993' },
      nothing: null,
      flags: [true, false],
      'key \'with\' "quotes"': 1.5,
    },
  };

  it.each(['curl', 'JavaScript', 'Python'] as const)('asks exactly that by %s', async (language) => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { file, command } = COMMANDS[language];
    const text = snippetsOf(origin, request).find((snippet) => snippet.language === language)?.text ?? '';
    await writeFile(join(folder, file), text);
    received = undefined;
    const { stdout } = await run(command, [join(folder, file)], { timeout: 20_000 });
    expect(received).toEqual(request);
    expect(stdout).toContain('[]');
  });
});
