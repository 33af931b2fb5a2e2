import { describe, expect, it } from 'vitest';
import { type Evaluate, inputOf, runCommand } from '../../../../client/state/workbench/commands.ts';
import {
  formatted,
  statementOf,
  stillHolds,
  withoutCommands,
} from '../../../../client/state/workbench/script.ts';
import { inPlace, scriptParts } from '../../../../server/core/formats/script-parts.ts';
import type { TypedValue } from '../../../../server/core/model/typed-value.ts';

describe('a script', () => {
  it.each(["RETURN 'a\\", 'RETURN "\\', 'RETURN `a', '/* a', '// a', "'", '/', "RETURN '\\\\"])(
    'comes to its end while it is being typed: %s',
    (script) => {
      expect(scriptParts(script).length).toBeLessThanOrEqual(1);
    },
  );

  it('may be larger than the stack', () => {
    const long = 'a'.repeat(20_000_000);
    expect(scriptParts(`RETURN "${long}"; ${' '.repeat(1e7)}RETURN ${long}`)).toHaveLength(2);
    expect(scriptParts(`RETURN ${"a''".repeat(5_000_000)}`)).toHaveLength(1);
  });

  it('is divided by the semicolons that end a statement, and by no other', () => {
    const script = `// first; of all
      RETURN ';' AS a, ";\\";" AS b, \`;\`\`;\` AS c /* ; */ ;
      ; RETURN 1 // not; here
      AS one;;
      /* nothing; more */`;
    expect(scriptParts(script).map(({ text }) => text)).toEqual([
      `RETURN ';' AS a, ";\\";" AS b, \`;\`\`;\` AS c /* ; */`,
      'RETURN 1 // not; here\n      AS one',
    ]);
  });

  it('has commands on lines of their own', () => {
    expect(scriptParts(":param a => ';';\n  :params\nRETURN $a")).toMatchObject([
      { kind: 'command', text: "param a => ';'" },
      { kind: 'command', text: 'params' },
      { kind: 'statement', text: 'RETURN $a' },
    ]);
  });

  it.each(["RETURN 'open; RETURN 2", 'RETURN `open; RETURN 2', 'RETURN 1 /* open; RETURN 2'])(
    'is one statement where it is not closed: %s',
    (text) => {
      expect(scriptParts(text).map((part) => part.text)).toEqual([text]);
    },
  );

  it('is Cypher alone with blanks where its commands are', () => {
    expect(withoutCommands(':clear\nRETURN 1; :param a => 1;\nRETURN 2')).toBe(
      `${' '.repeat(6)}\nRETURN 1; ${' '.repeat(13)};\nRETURN 2`,
    );
  });

  it('is formatted around its commands, which stay as they are, and the caret with its word', () => {
    const upper = (text: string, at: number) => ({ text: text.trim().toUpperCase(), at });
    const script = ":param a => {b: 'c'};\n return $a;\n\n:params\nreturn 2";
    const at = (word: string) => formatted(script, script.indexOf(word), upper).at;
    const { text } = formatted(script, 0, upper);
    expect(text).toBe(":param a => {b: 'c'}\nRETURN $A;\n:params\nRETURN 2");
    expect([at(':param a'), at('=>'), at(':params'), at('return 2')]).toEqual(
      [':param a', '=>', ':params', 'RETURN 2'].map((word) => text.indexOf(word)),
    );
    expect(formatted('return 1', 8, upper)).toEqual({ text: 'RETURN 1', at: 8 });
    expect(formatted('', 0, upper)).toEqual({ text: '', at: 0 });
    expect(formatted(':clear\n', 7, upper)).toEqual({ text: ':clear', at: 6 });
  });

  it('is asked elsewhere for the statement that is answered, or its first', () => {
    const script = ':clear\nRETURN 1; RETURN 2';
    const [, second] = scriptParts(script).filter(({ kind }) => kind === 'statement');
    expect(statementOf(script, second && inPlace(second))?.text).toBe('RETURN 2');
    expect(statementOf(script, 'RETURN 3')?.text).toBe('RETURN 1');
    expect(statementOf(':clear', undefined)).toBeUndefined();
  });

  it('lets what was said of a statement leave with its text, and stay while others change', () => {
    const ran = inPlace(scriptParts('RETURN 1;\nRETURN x')[1] as never);
    expect(stillHolds('RETURN 2;\nRETURN x', ran)).toBe(true);
    expect(stillHolds('RETURN 1;\nRETURN y', ran)).toBe(false);
    expect(stillHolds('RETURN 1;\n\nRETURN x', ran)).toBe(false);
    expect(stillHolds(':param x\nRETURN 1', ':param x')).toBe(true);
    expect(stillHolds(':param x => 1', ':param x')).toBe(false);
  });

  it('sends each statement at its own place', () => {
    const script = 'RETURN 1;\n\n  RETURN 2; RETURN 3';
    const [, second, third] = scriptParts(script);
    expect(second && inPlace(second)).toBe('\n\n  RETURN 2');
    expect(third && inPlace(third)).toBe(`\n\n${' '.repeat(12)}RETURN 3`);
  });
});

describe('a command', () => {
  const asked: string[] = [];
  const evaluate: Evaluate = async (expression) => {
    asked.push(expression);
    return { $type: 'Integer', _value: '3' };
  };

  it('gives parameters the values of expressions', async () => {
    expect(await runCommand('param most => 1 + 2', {}, evaluate)).toEqual({
      kind: 'parameters',
      parameters: { most: { kind: 'Integer', text: '3' } },
      clear: false,
    });
    expect(await runCommand('param `of ``all`: 1 + 2', {}, evaluate)).toMatchObject({
      parameters: { 'of `all': { kind: 'Integer', text: '3' } },
    });
    expect(asked).toEqual(['1 + 2', '1 + 2']);
    const map: TypedValue = {
      $type: 'Map',
      _value: { a: { $type: 'String', _value: 'x' }, b: { $type: 'List', _value: [] } },
    };
    expect(await runCommand('param {a: "x", b: []}', {}, async () => map)).toMatchObject({
      parameters: { a: { kind: 'String', text: 'x' }, b: { kind: 'Json', text: '[]' } },
    });
  });

  it('lists them, and takes them their values', async () => {
    const given = { a: { kind: 'Integer', text: '3' } } as const;
    expect(await runCommand('params', given, evaluate)).toMatchObject({
      rows: [[{ _value: 'a' }, { _value: 'Integer' }, { _value: '3' }]],
    });
    expect(await runCommand('params clear', given, evaluate)).toMatchObject({ clear: true });
  });

  it('say of a database by its name whether it is the one that is asked', async () => {
    const asked: (string | undefined)[] = [];
    const answers: Evaluate = async (_, database) => {
      asked.push(database);
      return { $type: 'Boolean', _value: 'true' } as never;
    };
    expect(await runCommand('use `neo4j`', {}, answers)).toMatchObject({
      rows: [[{ _value: 'neo4j' }, { _value: 'is the one that is asked' }]],
    });
    expect(asked).toEqual(['neo4j']);
    await expect(runCommand('use', {}, answers)).rejects.toMatchObject({ code: 'invalid_request' });
  });

  it.each(['unknown', 'param a', 'param a = 1', 'param {'])('says what is wrong with :%s', async (text) => {
    await expect(runCommand(text, {}, evaluate)).rejects.toMatchObject({ code: 'invalid_request' });
  });

  it('keeps the type of a time, and the digits of a number', () => {
    expect(inputOf({ $type: 'OffsetDateTime', _value: '2025-01-01T00:00:00Z' }).kind).toBe('ZonedDateTime');
    expect(inputOf({ $type: 'Integer', _value: '9007199254740993' }).text).toBe('9007199254740993');
    expect(inputOf({ $type: 'Null', _value: null })).toEqual({ kind: 'Json', text: 'null' });
  });
});
