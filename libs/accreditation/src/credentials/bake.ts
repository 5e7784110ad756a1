import { crc32 } from 'node:zlib';

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

/** @returns the credential in a PNG; undefined when there is none */
export function unbakePng(picture: Buffer): string | undefined {
  for (const { type, data } of chunksOf(picture)) {
    if (type === 'iTXt' && data.toString('latin1', 0, KEYWORD.length + 1) === `${KEYWORD}\0`) {
      const rest = data.subarray(KEYWORD.length + 3);
      const translated = rest.indexOf(0) + 1;
      return rest.toString('utf8', rest.indexOf(0, translated) + 1);
    }
  }
  return undefined;
}

export function unbakeSvg(picture: string): string | undefined {
  const [, text] = /<openbadges:credential\b[^>]*><!\[CDATA\[([^]*?)\]\]><\/openbadges:credential>/.exec(picture) ?? [];
  return text?.replaceAll(']]]]><![CDATA[>', ']]>');
}

function* chunksOf(png: Buffer): Generator<{ type: string; from: number; data: Buffer }> {
  if (!isPng(png)) return;
  for (let from = PNG.length; from + 12 <= png.length;) {
    const length = png.readUInt32BE(from);
    if (from + 12 + length > png.length) return;
    yield { type: png.toString('latin1', from + 4, from + 8), from, data: png.subarray(from + 8, from + 8 + length) };
    from += 12 + length;
  }
}
