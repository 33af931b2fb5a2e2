import { describe, expect, it } from 'vitest';
import { toCsv, toJson, toNdjson, toTsv } from '../../../../client/state/workbench/export.ts';
import { textOf } from '../../../../client/state/workbench/typed-text.ts';
import { jsonOf } from '../../../../server/core/model/plain-json.ts';
import type { TypedValue } from '../../../../server/core/model/typed-value.ts';

const text = (value: string): TypedValue => ({ $type: 'String', _value: value });

describe('rows taken away', () => {
  it('are CSV with quotes doubled, null empty and every line ended', () => {
    const rows = [[text('a "b"\n'), { $type: 'Null', _value: null } as const]];
    expect(toCsv({ columns: ['=x', 'y'], rows })).toBe(`\uFEFF'=x,y\r\n"a ""b""\n",\r\n`);
  });

  it('keep each row on a line for pasting', () => {
    expect(toTsv({ columns: ['a', 'b'], rows: [[text('x\ty\nz'), text('=1')]] })).toBe("a\tb\nx y z\t'=1");
  });

  it('are JSON that any reader takes, with large whole numbers as text', () => {
    const rows: TypedValue[][] = [[{ $type: 'Integer', _value: '9007199254740993' }, text('"')]];
    const table = { columns: ['big', 'quote'], rows };
    expect(JSON.parse(toJson(table))).toEqual([{ big: '9007199254740993', quote: '"' }]);
    expect(toNdjson(table)).toBe(`${JSON.stringify({ big: '9007199254740993', quote: '"' })}\n`);
    expect(JSON.parse(toJson({ columns: ['a'], rows: [] }))).toEqual([]);
  });
});

describe('a value', () => {
  const node = (id: string): Extract<TypedValue, { $type: 'Node' }> => ({
    $type: 'Node',
    _value: { _element_id: id, _labels: ['L'], _properties: { name: text(id) } },
  });
  it('reads as a path in its own direction', () => {
    const edge = (from: string, to: string): Extract<TypedValue, { $type: 'Relationship' }> => ({
      $type: 'Relationship',
      _value: {
        _element_id: 'e',
        _start_node_element_id: from,
        _end_node_element_id: to,
        _type: 'T',
        _properties: {},
      },
    });
    const path: TypedValue = {
      $type: 'Path',
      _value: [node('a'), edge('b', 'a'), node('b'), edge('b', 'c'), node('c')],
    };
    expect(textOf(path)).toBe('(a)<-[:T]-(b)-[:T]->(c)');
  });

  it('becomes JSON without losing what JSON has no word for', () => {
    expect(jsonOf({ $type: 'Float', _value: 'NaN' })).toBe('NaN');
    expect(jsonOf({ $type: 'List', _value: [{ $type: 'Integer', _value: '7' }] })).toEqual([7]);
    expect(jsonOf(node('a'))).toEqual({ elementId: 'a', labels: ['L'], properties: { name: 'a' } });
  });
});
