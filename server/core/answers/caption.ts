import type { Value } from '../model/rows.ts';

const PREFERRED = ['name', 'title', 'label'];
/** Dates and times arrive as text, but are no names. */
const TEMPORAL = /^(\d{4}-\d\d(-\d\d)?|\d\d:\d\d|-?P\d)/;

/** The property that says what to call a node: `name`, `title`, `label` or its first string property by name. */
export function captionProperty(properties: Readonly<Record<string, Value>>): string | undefined {
  const has = (name: string) => Object.hasOwn(properties, name) && !isBlank(properties[name]);
  return (
    PREFERRED.find(has) ??
    Object.keys(properties)
      .sort()
      .find((name) => name !== 'id' && isName(properties[name]))
  );
}

/** What to call a node: the property above, or its key where it has none. */
export function captionOf(properties: Readonly<Record<string, Value>>, key: string): string {
  const name = captionProperty(properties);
  const value = name === undefined ? undefined : properties[name];
  if (value === undefined) return key;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isName(value: Value | undefined): boolean {
  return typeof value === 'string' && value !== '' && !TEMPORAL.test(value);
}

function isBlank(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '';
}
