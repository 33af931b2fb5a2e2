import type { CypherRequest } from '../../../server/core/contract/cypher.ts';

export interface Snippet {
  language: 'curl' | 'JavaScript' | 'Python';
  text: string;
}

/** The same question for a shell, for JavaScript and for Python; `origin` is that of the page. */
export function snippetsOf(origin: string, request: CypherRequest): Snippet[] {
  const address = `${origin}/api/cypher`;
  const body = JSON.stringify(request, undefined, 2);
  return [
    {
      language: 'curl',
      text: [
        `curl --silent --show-error ${shellQuoted(address)} \\`,
        `  --header 'Content-Type: application/json' \\`,
        `  --data-raw ${shellQuoted(body)}`,
      ].join('\n'),
    },
    {
      language: 'JavaScript',
      text: [
        `const response = await fetch(${JSON.stringify(address)}, {`,
        `  method: 'POST',`,
        `  headers: { 'Content-Type': 'application/json' },`,
        `  body: JSON.stringify(${body.replaceAll('\n', '\n  ')}),`,
        `});`,
        `const answer = await response.json();`,
        `if (!response.ok) throw new Error(answer.error.message);`,
        `console.log(JSON.stringify(answer.rows));`,
      ].join('\n'),
    },
    {
      language: 'Python',
      text: [
        'import json',
        'from urllib.request import Request, urlopen',
        '',
        `question = ${pythonLiteral(request)}`,
        'request = Request(',
        `    ${pythonLiteral(address)},`,
        '    data=json.dumps(question).encode(),',
        '    headers={"Content-Type": "application/json"},',
        ')',
        'with urlopen(request) as response:',
        '    answer = json.load(response)',
        'print(json.dumps(answer["rows"]))',
      ].join('\n'),
    },
  ];
}

/** In single quotes a POSIX shell takes everything as it is, save the single quote itself. */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A JSON text is a Python string literal but for what stands outside the basic plane, which stays unescaped. */
function pythonLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}: ${pythonLiteral(item)}`).join(', ')}}`;
  }
  return JSON.stringify(value);
}
