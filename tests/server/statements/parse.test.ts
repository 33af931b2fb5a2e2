import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { parseStatement } from '../../../server/statements/parse.ts';

const CYPHER = join(import.meta.dirname, '../../../cypher');

function problemsOf(content: string): string[] {
  try {
    parseStatement('read/example', content);
  } catch (error) {
    if (error instanceof EntenteError) return error.details.map((each) => `${each.path} ${each.message}`);
    throw error;
  }
  return [];
}

describe('a statement file', () => {
  it('gives its purpose, its parameters, what it returns and its text', () => {
    const statement = parseStatement(
      'read/example',
      '// Finds a node\n// by its name.\n// @param name String What it is called.\n// @returns node\nMATCH (n {name: $name})\nRETURN n AS node;\n',
    );
    expect(statement).toEqual({
      name: 'read/example',
      title: 'Finds a node',
      purpose: 'Finds a node by its name.',
      parameters: [{ name: 'name', type: 'String', description: 'What it is called.' }],
      returns: 'node',
      text: 'MATCH (n {name: $name})\nRETURN n AS node',
    });
  });

  it('is refused when it uses a parameter that its header does not declare, naming the line', () => {
    const problems = problemsOf('// Finds.\n// @returns n\nMATCH (n)\nWHERE n.a = $missing\nRETURN n');
    expect(problems).toEqual([
      expect.stringMatching(/^cypher\/read\/example\.cypher:4 uses \$missing.*@param missing/),
    ]);
  });

  it('is refused when it declares a parameter that it never uses, naming the line', () => {
    const problems = problemsOf(
      '// Finds.\n// @param spare String Unused.\n// @returns n\nMATCH (n) RETURN n',
    );
    expect(problems).toEqual([expect.stringMatching(/example\.cypher:2 declares \$spare/)]);
  });

  it.each([
    ['a comment', 'MATCH (n) // $inside\nRETURN n'],
    ['a text', "MATCH (n) WHERE n.a = '$inside' RETURN n"],
    ['an escaped name', 'MATCH (n:`$inside`) RETURN n'],
  ])('takes a dollar sign in %s for no parameter', (_, body) => {
    expect(problemsOf(`// Finds.\n// @returns n\n${body}`)).toEqual([]);
  });

  it.each([
    ['no purpose', '// @returns n\nMATCH (n) RETURN n', /no purpose/],
    ['no @returns', '// Finds.\nMATCH (n) RETURN n', /no @returns/],
    ['two statements', '// Finds.\n// @returns n\nMATCH (n) RETURN n;\nMATCH (m) RETURN m', /more than one/],
    ['no statement', '// Finds.\n// @returns n\n', /no statement/],
    ['an unknown tag', '// Finds.\n// @author me\n// @returns n\nMATCH (n) RETURN n', /unknown tag @author/],
    [
      'a parameter declared twice',
      '// Finds.\n// @param a String x\n// @param a String x\n// @returns n\nRETURN $a',
      /second time/,
    ],
  ])('is refused when it has %s', (_, content, message) => {
    expect(problemsOf(content).join('\n')).toMatch(message);
  });

  it('tells all faults of a file at once', () => {
    expect(problemsOf('// @param spare String x\nRETURN $missing')).toHaveLength(4);
  });
});

describe('the statements of the product', () => {
  const files = readdirSync(CYPHER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.cypher'),
  );

  it('are there', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('%s is documented and declares what it uses', (file) => {
    const name = file.replace('.cypher', '');
    expect(parseStatement(name, readFileSync(join(CYPHER, file), 'utf8')).purpose).not.toBe('');
  });
});
