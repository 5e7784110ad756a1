import { crc32 } from 'node:zlib';
import { SaxesParser, type SaxesTagNS } from 'saxes';

/** Open Badges 3.0, 5.3: where a picture carries its credential. */
const KEYWORD = 'openbadgecredential';
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Puts a credential, as JSON or JWT, into a PNG: an iTXt chunk before the picture's data. */
export function bakePng(picture: Buffer, credential: string): Buffer {
  const at = [...chunksOf(picture)].find(({ type }) => type === 'IDAT')?.from;
  if (at === undefined) throw new Error('This is not a PNG');
  // Keyword, not compressed, no language, no translated keyword.
  const head = Buffer.concat([Buffer.from(KEYWORD, 'latin1'), Buffer.alloc(5)]);
  const body = Buffer.concat([Buffer.from('iTXt'), head, Buffer.from(credential, 'utf8')]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([picture.subarray(0, at), chunk, picture.subarray(at)]);
}

export function bakeSvg(picture: string, credential: string): string {
  const [open] = /<svg\b[^>]*>/.exec(picture) ?? [];
  if (open === undefined) throw new Error('This is not an SVG');
  const text = credential.replaceAll(']]>', ']]]]><![CDATA[>');
  const element = `<openbadges:credential xmlns:openbadges="${NAMESPACE}"><![CDATA[${text}]]></openbadges:credential>`;
  return picture.replace(open, () => open + element);
}

export const isPng = (file: Buffer): boolean => file.subarray(0, PNG.length).equals(PNG);

/**
 * @returns the credential in a PNG; undefined when there is none, when there are two (whoever looks might see the other), and when the
 * picture is not whole
 */
export function unbakePng(picture: Buffer): string | undefined {
  const chunks = [...chunksOf(picture)];
  if (chunks.at(-1)?.type !== 'IEND' || !chunks.every(({ isWhole }) => isWhole)) return undefined;
  const carriers = chunks.filter(
    ({ type, data }) => type === 'iTXt' && data.toString('latin1', 0, KEYWORD.length + 1) === `${KEYWORD}\0`,
  );
  if (carriers.length !== 1) return undefined;
  const rest = carriers[0]!.data.subarray(KEYWORD.length + 3);
  const translated = rest.indexOf(0) + 1;
  return rest.toString('utf8', rest.indexOf(0, translated) + 1);
}

/** Likewise of an SVG, as any other program reads it: one that is not well-formed carries nothing. */
export function unbakeSvg(picture: string): string | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const carried: string[][] = [];
  let depth = 0;
  let isSvg = false;
  const isCarrier = ({ uri, local }: SaxesTagNS) => uri === NAMESPACE && local === 'credential';
  const say = (part: string) => {
    if (depth > 0) carried.at(-1)?.push(part);
  };
  // With entities and attributes of its own it could say one thing here and another elsewhere.
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Error('It defines words of its own');
  });
  parser.on('opentag', (tag) => {
    isSvg ||= tag.local === 'svg';
    if (!isCarrier(tag)) return;
    depth++;
    carried.push([]);
  });
  parser.on('closetag', (tag) => {
    if (isCarrier(tag)) depth--;
  });
  parser.on('text', say);
  parser.on('cdata', say);
  try {
    parser.write(picture).close();
  } catch {
    return undefined;
  }
  return isSvg && carried.length === 1 ? carried[0]!.join('').trim() : undefined;
}

function* chunksOf(png: Buffer): Generator<{ type: string; from: number; data: Buffer; isWhole: boolean }> {
  if (!isPng(png)) return;
  for (let from = PNG.length; from < png.length;) {
    const length = from + 12 <= png.length ? png.readUInt32BE(from) : png.length;
    const to = from + 8 + length;
    const type = png.toString('latin1', from + 4, from + 8);
    const isWhole = to + 4 <= png.length && png.readUInt32BE(to) === crc32(png.subarray(from + 4, to));
    yield { type, from, data: png.subarray(from + 8, to), isWhole };
    from = to + 4;
  }
}
