import { isDeepStrictEqual } from 'node:util';
import { crc32 } from 'node:zlib';
import type { dice } from './random-history';

type Dice = ReturnType<typeof dice>;

/** A credential as its holder has it, and the JSON that is in it. */
export interface IssuedFile {
  kind: 'json' | 'jwt' | 'png' | 'svg';
  file: Buffer;
  json: string;
}

/** Another file than it was: a bit, a byte, a piece taken out, put in, copied elsewhere or cut off. */
export function changedBytes(file: Buffer, roll: Dice): Buffer {
  const at = roll.below(file.length);
  const piece = 1 + roll.below(roll.chance(80) ? 8 : 400);
  const [before, after] = [file.subarray(0, at), file.subarray(at)];
  const elsewhere = file.subarray(roll.below(file.length)).subarray(0, piece);
  const ways = [
    () => Buffer.concat([before, Buffer.of(file[at]! ^ (1 << roll.below(8))), after.subarray(1)]),
    () => Buffer.concat([before, Buffer.of(roll.below(256)), after.subarray(1)]),
    () => Buffer.concat([before, after.subarray(piece)]),
    () => Buffer.concat([before, someBytes(roll), after]),
    () => Buffer.concat([before, after.subarray(0, piece), after]),
    () => Buffer.concat([before, elsewhere, after.subarray(elsewhere.length)]),
    () => before,
    () => Buffer.concat([file, someBytes(roll)]),
  ];
  // Most changes are small ones.
  const changed = roll.chance(50) ? ways[roll.below(2)]!() : roll.oneOf(ways)();
  return changed.equals(file) ? changedBytes(file, roll) : changed;
}

const PRINTABLE = [...Buffer.from('0123456789abcdefzAZ _-"{}[]:,.<>/\\%\n')];
const someBytes = (roll: Dice): Buffer =>
  Buffer.from(
    Array.from({ length: 1 + roll.below(6) }, () => (roll.chance(60) ? roll.oneOf(PRINTABLE) : roll.below(256))),
  );

/** One byte or many, or one word of what it says, with everything around it as it has to be. */
export function changedCredential(issued: IssuedFile, roll: Dice): Buffer {
  const { kind, file, json } = issued;
  if (roll.chance(40)) return changedBytes(file, roll);
  if (kind === 'jwt') {
    const parts = file.toString().split('.');
    const at = roll.below(2);
    const said = Buffer.from(parts[at]!, 'base64url').toString();
    return Buffer.from(parts.with(at, Buffer.from(changedJson(said, roll)).toString('base64url')).join('.'));
  }
  const changed = changedJson(json, roll);
  if (kind === 'json') return Buffer.from(changed);
  return kind === 'svg' ? Buffer.from(file.toString().replace(json, () => changed)) : withText(file, json, changed);
}

/** The chunk of a PNG in which a text stands, with another one, whole again. */
function withText(png: Buffer, text: string, other: string): Buffer {
  const [at, bytes] = [png.indexOf(text), Buffer.byteLength(text)];
  const head = png.lastIndexOf('iTXt', at);
  const body = Buffer.concat([png.subarray(head, at), Buffer.from(other)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([png.subarray(0, head - 4), length, body, sum, png.subarray(at + bytes + 4)]);
}

const WORDS = ['name', 'description', 'holder', 'image', 'evidence', 'id', 'type', 'validUntil', 'termsOfUse', 'note'];
const KEYWORDS = ['id', 'type', 'context', 'language', 'value', 'graph', 'included', 'reverse'].map((one) => `@${one}`);
const NOTHINGS: unknown[] = [null, [], {}, '', 0, false];

/** JSON that says something else: a value, a name, one more, one fewer, one twice, two that changed places. */
function changedJson(json: string, roll: Dice): string {
  if (roll.chance(10)) return saidTwice(json, roll);
  const read = JSON.parse(json) as object;
  const one = roll.oneOf(objectsIn(read)) as Record<string, unknown>;
  const [key, other] = [roll.oneOf(Object.keys(one)), roll.oneOf(Object.keys(one))];
  const ways = [
    () => (one[key] = anotherValue(one[key], roll)),
    () => (one[key] = anotherValue(one[key], roll)),
    () => (one[roll.oneOf(WORDS)] = roll.oneOf([...NOTHINGS, 'Chair', { type: 'Profile' }])),
    () => (one[roll.oneOf(KEYWORDS)] = roll.oneOf(['en', { office: null }])),
    () => ([one[key], one[other]] = [one[other], one[key]]),
    () => (one[roll.oneOf(WORDS)] = one[key]),
    () => delete one[key],
  ];
  roll.oneOf(ways)();
  return isDeepStrictEqual(read, JSON.parse(json))
    ? changedJson(json, roll)
    : JSON.stringify(read, null, json.includes('\n') ? 2 : 0);
}

/** A property twice, first with another value. */
function saidTwice(json: string, roll: Dice): string {
  const { index, 1: key } = roll.oneOf([...json.matchAll(/"(\w+)": ?"[^"\\]*"/g)]);
  return `${json.slice(0, index)}"${key}": "Another", ${json.slice(index)}`;
}

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap(objectsIn);
  return Object.keys(value).length > 0 ? [value, ...within] : within;
}

function anotherValue(value: unknown, roll: Dice): unknown {
  if (typeof value !== 'string' || roll.chance(20)) return roll.oneOf([...NOTHINGS, 'another', [value, 'another']]);
  const at = roll.below(value.length + 1);
  const sign = roll.oneOf('0123456789abzXY #-/:'.split(''));
  return roll.oneOf([
    value.slice(0, at) + sign + value.slice(at + 1),
    value.slice(0, at) + value.slice(at + 1),
    `${value} `,
    value.toUpperCase(),
    value.normalize('NFD'),
  ]);
}

/**
 * Is it the same credential in other bytes? JSON may have other spaces and another order, where no order is meant; the drawing of an
 * SVG is not signed; a JWT stands for itself.
 */
export function saysTheSame({ kind, file, json }: IssuedFile, changed: Buffer): boolean {
  if (kind === 'jwt') return changed.toString().trim() === file.toString();
  const said = kind === 'json' ? changed.toString() : kind === 'svg' ? inSvg(changed.toString()) : inPng(changed);
  try {
    const read: unknown = JSON.parse(said);
    return isDeepStrictEqual(inOrder(read), inOrder(JSON.parse(json))) && compact(said) === JSON.stringify(read);
  } catch {
    return false;
  }
}

/** Where it differs, for whoever looks into it. */
export function differenceOf({ kind, file }: IssuedFile, changed: Buffer): string {
  let at = 0;
  while (at < file.length && file[at] === changed[at]) at++;
  const near = (bytes: Buffer) => JSON.stringify(bytes.toString('latin1', Math.max(0, at - 30), at + 50));
  return `${kind} at ${at}: ${near(file)} became ${near(changed)}`;
}

const inSvg = (svg: string) => svg.slice(svg.indexOf('[CDATA[') + 7, svg.lastIndexOf(']]>'));
/** Behind its keyword and five empty bytes. */
function inPng(png: Buffer): string {
  const head = png.indexOf('iTXt');
  return png.toString('utf8', head + 28, head + 4 + png.readUInt32BE(head - 4));
}

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(inOrder(one))).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inOrder(one)]));
};
const compact = (json: string) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1').replaceAll(String.raw`\/`, '/');
