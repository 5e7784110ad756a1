import { NotAPictureForCertificates } from './picture.errors';
import { type PictureSize, pictureSize } from './picture-size';
import { LARGEST_PICTURE, LONGEST_SIDE } from './picture-type';
import { onlyPixels } from './png-chunks';

/** A picture as it is kept: drawn anew from its pixels. */
export interface Redrawn extends PictureSize {
  bytes: Buffer;
}

const QUALITY = 90;
/** A photograph in steps has about ten; each costs as much as the whole picture. */
const MOST_SCANS = 40;
const LIMITS = { maxResolutionInMP: (LONGEST_SIDE * LONGEST_SIDE) / 1e6, maxMemoryUsageInMB: 192 };

/**
 * Decodes and encodes anew, so that nothing but pixels is left: no place where it was taken, no text, no second file behind
 * it. Transparency is kept. The libraries are loaded with the first picture: most processes never draw one.
 * @throws NotAPictureForCertificates in words
 */
export async function redrawn(file: Buffer): Promise<Redrawn> {
  const { type } = pictureSize(file);
  const drawn = type === 'image/png' ? await png(file) : await jpeg(file);
  if (!drawn) throw new NotAPictureForCertificates('The picture must be a PNG or a JPEG, and whole');
  if (drawn.bytes.length > 2 * LARGEST_PICTURE)
    throw new NotAPictureForCertificates('The picture has too much in it: save it smaller, with fewer pixels');
  return { type, ...drawn };
}

type Drawn = Omit<Redrawn, 'type'>;

async function png(file: Buffer): Promise<Drawn | undefined> {
  const { PNG } = await import('pngjs');
  const pixels = onlyPixels(file);
  if (!pixels) return undefined;
  try {
    const { width, height, data } = PNG.sync.read(pixels);
    const isSolid = data.every((value, at) => at % 4 !== 3 || value === 255);
    const bytes = PNG.sync.write({ width, height, data } as never, { colorType: isSolid ? 2 : 6 });
    return { width, height, bytes };
  } catch {
    return undefined;
  }
}

async function jpeg(file: Buffer): Promise<Drawn | undefined> {
  if (scansOf(file) > MOST_SCANS) return undefined;
  const { decode, encode } = (await import('jpeg-js')).default;
  try {
    const { width, height, data } = decode(file, { ...LIMITS, useTArray: true, tolerantDecoding: false });
    return { width, height, bytes: encode({ width, height, data }, QUALITY).data };
  } catch {
    return undefined;
  }
}

function scansOf(file: Buffer): number {
  let scans = 0;
  for (let at = file.indexOf('ffda', 0, 'hex'); at >= 0; at = file.indexOf('ffda', at + 2, 'hex')) scans += 1;
  return scans;
}
