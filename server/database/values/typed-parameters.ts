import neo4j from 'neo4j-driver';
import { EntenteError, type ErrorDetail } from '../../core/model/errors.ts';
import { TEXT_TYPES, type TextType } from '../../core/model/typed-value.ts';

const INT64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n };
const PLAIN_TYPES = ['Null', 'Boolean', 'List', 'Map', 'Vector'];

/** What a reader of text makes of it: the driver's value, or `undefined` where the text is of another form. */
type TextReader = (text: string) => unknown;

/**
 * Parameters from JSON as the driver sends them. Whole numbers become integers, other numbers floats, and
 * `{"$type", "_value"}` the value it describes.
 * @throws EntenteError `invalid_request`, naming the path of every value that cannot be one
 */
export function readParameterValues(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const problems: ErrorDetail[] = [];
  const values = readMap(parameters, 'parameters', problems);
  if (problems.length > 0) {
    const sentence = problems.map(({ path, message }) => `${path} ${message}`).join(' ');
    throw new EntenteError('invalid_request', `A parameter cannot be read: ${sentence}`, {
      details: problems,
    });
  }
  return values;
}

function readValue(value: unknown, path: string, problems: ErrorDetail[]): unknown {
  if (typeof value === 'number') return readNumber(value, path, problems);
  if (value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map((each, index) => readValue(each, `${path}[${index}]`, problems));
  if (Object.hasOwn(value, '$type')) return readTyped(value as TypedForm, path, problems);
  return readMap(value, path, problems);
}

function readMap(value: object, path: string, problems: ErrorDetail[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    const read = readValue(each, `${path}.${key}`, problems);
    // `__proto__` is a legal key in Neo4j and must stay an ordinary one here.
    Object.defineProperty(result, key, { value: read, enumerable: true, configurable: true, writable: true });
  }
  return result;
}

function readNumber(value: number, path: string, problems: ErrorDetail[]): unknown {
  if (!Number.isInteger(value) || Math.abs(value) > 2 ** 63) return value;
  if (Number.isSafeInteger(value)) return BigInt(value);
  const remedy = 'write it as {"$type": "Integer", "_value": "…"}.';
  problems.push({ path, message: `is a whole number beyond 2^53, where JSON loses digits; ${remedy}` });
  return null;
}

interface TypedForm {
  $type: unknown;
  _value?: unknown;
}

function readTyped(form: TypedForm, path: string, problems: ErrorDetail[]): unknown {
  const { $type, _value } = form;
  const refuse = (message: string) => {
    problems.push({ path, message });
    return null;
  };
  if (Object.keys(form).some((key) => key !== '$type' && key !== '_value') || _value === undefined)
    return refuse('has a $type, so it must have _value beside it and nothing else.');
  if ($type === 'Node' || $type === 'Relationship' || $type === 'Path')
    return refuse(`is a ${$type}, which cannot be a parameter; send its element id and match elementId(n).`);
  if (isTextType($type)) {
    const read = typeof _value === 'string' ? readText($type, _value) : undefined;
    return read === undefined
      ? refuse(`is ${JSON.stringify(_value)?.slice(0, 60)}, not a ${$type}; write it as ${EXAMPLES[$type]}.`)
      : read;
  }
  if ($type === 'Null' && _value === null) return null;
  if ($type === 'Boolean' && typeof _value === 'boolean') return _value;
  if ($type === 'List' && Array.isArray(_value)) return readValue(_value, path, problems);
  if ($type === 'Map' && _value !== null && typeof _value === 'object' && !Array.isArray(_value))
    return readMap(_value, path, problems);
  if ($type === 'Vector') return readVector(_value) ?? refuse('is not a Vector of a known coordinatesType.');
  if (PLAIN_TYPES.includes(String($type))) return refuse(`does not hold what its $type ${$type} says.`);
  return refuse(`has the $type ${String($type)}; known are ${[...PLAIN_TYPES, ...TEXT_TYPES].join(', ')}.`);
}

function isTextType(type: unknown): type is TextType {
  return (TEXT_TYPES as readonly unknown[]).includes(type);
}

function readText(type: TextType, text: string): unknown {
  try {
    return READERS[type](text);
  } catch {
    return undefined;
  }
}

function readInteger(text: string): bigint | undefined {
  if (!/^[+-]?\d{1,19}$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return value >= INT64.least && value <= INT64.most ? value : undefined;
}

function readFloat(text: string): number | undefined {
  if (text === 'NaN' || /^-?Infinity$/.test(text)) return Number(text);
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

function readBytes(text: string): Int8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return new Int8Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** What Neo4j, which is Java's, and the driver know of. */
const LAST_YEAR = 999_999_999;
const LAST_YEAR_OF_ZONES = 271_000;
const MOST_OFFSET = 18n * 3600n;

const DATE = /^([+-]?\d{4,12})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?$/;
const ZONED = /^(.*?)(Z|[+-]\d\d:?\d\d(?::?\d\d)?)?(?:\[([\w/+-]+)\])?$/;

function dateParts(text: string): [bigint, bigint, bigint] | undefined {
  const [whole, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  if (whole === undefined || Math.abs(Number(year)) > LAST_YEAR) return undefined;
  if (!(Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month)))) return undefined;
  return [BigInt(year.replace(/^\+/, '')), BigInt(month), BigInt(day)];
}

/** The driver would make 2 March of 30 February. */
function daysOf(year: number, month: number): number {
  const leaps = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return leaps ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function timeParts(text: string): [bigint, bigint, bigint, bigint] | undefined {
  const [whole, hour = '', minute = '', second = '0', fraction = ''] = TIME.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return [BigInt(hour), BigInt(minute), BigInt(second), BigInt(fraction.padEnd(9, '0'))];
}

/** Seconds east of Greenwich; `undefined` where no clock of the world stands so, which the database ends the connection for. */
function offsetOf(text: string): bigint | undefined {
  if (text === 'Z') return 0n;
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /^([+-])(\d\d):?([0-5]\d)(?::?([0-5]\d))?$/.exec(text) ?? [];
  const size = BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds);
  if (sign === undefined || size > MOST_OFFSET) return undefined;
  return sign === '-' ? -size : size;
}

function readTime(text: string): unknown {
  const [, clock = '', offset = '', zone] = ZONED.exec(text) ?? [];
  const [time, east] = [timeParts(clock), offsetOf(offset)];
  return time && east !== undefined && !zone ? new neo4j.types.Time(...time, east) : undefined;
}

function localDateTimeParts(text: string) {
  const [date = '', clock = '', more] = text.split('T');
  const day = dateParts(date);
  const time = timeParts(clock);
  return day && time && more === undefined ? ([...day, ...time] as const) : undefined;
}

function readDateTime(text: string, zoned: boolean): unknown {
  const [, local = '', offset, zone] = ZONED.exec(text) ?? [];
  const parts = localDateTimeParts(local);
  const east = offset === undefined ? undefined : offsetOf(offset);
  if (!parts || (zoned ? !zone : zone) || (east === undefined && (offset || !zoned))) return undefined;
  // The driver asks JavaScript's calendar what a zone does then.
  if (zoned && Math.abs(Number(parts[0])) > LAST_YEAR_OF_ZONES) return undefined;
  return new neo4j.types.DateTime(...parts, east, zone ?? undefined);
}

const DURATION =
  /^(-)?P(?:([+-]?\d+)Y)?(?:([+-]?\d+)M)?(?:([+-]?\d+)W)?(?:([+-]?\d+)D)?(?:T(?:([+-]?\d+)H)?(?:([+-]?\d+)M)?(?:([+-]?)(\d+)(?:\.(\d{1,9}))?S)?)?$/;

function readDuration(text: string): unknown {
  const match = DURATION.exec(text);
  if (!match || /[PT]$/.test(text)) return undefined;
  const [, minus, years = '0', months = '0', weeks = '0', days = '0', hours = '0', minutes = '0'] = match;
  const [sign = '', seconds = '0', fraction = ''] = match.slice(8);
  const part = (each: string) => BigInt(each.replace(/^\+/, ''));
  const all = minus ? -1n : 1n;
  const one = sign === '-' ? -all : all;
  const nanoseconds = one * BigInt(fraction.padEnd(9, '0'));
  const parts = [
    all * (part(years) * 12n + part(months)),
    all * (part(weeks) * 7n + part(days)),
    all * (part(hours) * 3600n + part(minutes) * 60n) + one * part(seconds),
  ] as const;
  // Beyond, the driver would send another one.
  if (parts.some((each) => each < INT64.least || each > INT64.most)) return undefined;
  return new neo4j.types.Duration(...parts, nanoseconds);
}

function readPoint(text: string): unknown {
  const match = /^SRID=(\d+);\s*POINT\s*(Z)?\s*\(([^()]+)\)$/i.exec(text);
  const coordinates = match?.[3]?.trim().split(/\s+/).map(readFloat);
  if (!match || coordinates?.length !== (match[2] ? 3 : 2)) return undefined;
  if (coordinates.some((each) => each === undefined)) return undefined;
  const [x = 0, y = 0, z] = coordinates;
  return new neo4j.types.Point(BigInt(match[1] ?? 0), x, y, z);
}

const VECTORS: Record<string, (texts: string[]) => Parameters<typeof neo4j.vector>[0]> = {
  FLOAT32: (texts) => Float32Array.from(texts, Number),
  FLOAT64: (texts) => Float64Array.from(texts, Number),
  INT8: (texts) => Int8Array.from(texts, Number),
  INT16: (texts) => Int16Array.from(texts, Number),
  INT32: (texts) => Int32Array.from(texts, Number),
  INT64: (texts) => BigInt64Array.from(texts, BigInt),
};

function readVector(value: unknown): unknown {
  const { coordinatesType, coordinates } = (value ?? {}) as Record<string, unknown>;
  const make = VECTORS[String(coordinatesType)];
  if (!make || !Array.isArray(coordinates)) return undefined;
  const known = coordinates.every((each) => typeof each === 'string' && readFloat(each) !== undefined);
  try {
    const made = known ? make(coordinates) : undefined;
    if (!made) return undefined;
    const whole = String(coordinatesType).startsWith('INT');
    // Typed arrays keep the lowest bits of what is too large for them.
    if (whole && coordinates.some((each, at) => BigInt(each) !== BigInt(made[at] ?? 0))) return undefined;
    return neo4j.vector(made);
  } catch {
    return undefined;
  }
}

const READERS: Record<TextType, TextReader> = {
  String: (text) => text,
  Integer: readInteger,
  Float: readFloat,
  Base64: readBytes,
  Date: (text) => {
    const parts = dateParts(text);
    return parts && new neo4j.types.Date(...parts);
  },
  Time: readTime,
  LocalTime: (text) => {
    const parts = timeParts(text);
    return parts && new neo4j.types.LocalTime(...parts);
  },
  OffsetDateTime: (text) => readDateTime(text, false),
  ZonedDateTime: (text) => readDateTime(text, true),
  LocalDateTime: (text) => {
    const parts = localDateTimeParts(text);
    return parts && new neo4j.types.LocalDateTime(...parts);
  },
  Duration: readDuration,
  Point: readPoint,
};

const EXAMPLES: Record<TextType, string> = {
  String: 'text',
  Integer: '"42"',
  Float: '"1.5"',
  Base64: '"AQID"',
  Date: '"2025-10-07"',
  Time: '"12:30:00+01:00"',
  LocalTime: '"12:30:00"',
  OffsetDateTime: '"2025-10-07T12:30:00+01:00"',
  ZonedDateTime: '"2025-10-07T12:30:00[Europe/London]"',
  LocalDateTime: '"2025-10-07T12:30:00"',
  Duration: '"P1Y2M3DT4H5M6S"',
  Point: '"SRID=4326;POINT (4.9 52.4)"',
};
