import { NotAPictureForCertificates } from './picture.errors';
import { LARGEST_PICTURE, LONGEST_SIDE, type PictureType } from './picture-type';

/** What a picture says of itself before anything of it is unpacked. Sides in pixels. */
export interface PictureSize {
  type: PictureType;
  width: number;
  height: number;
}

const PNG_BEGINS = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_BEGINS = Buffer.from([0xff, 0xd8, 0xff]);
/** Markers of JPEG (ITU-T T.81, table B.1): frames C0 to CF but C4, C8 and CC, which are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * By content, whatever the file is called.
 * @throws NotAPictureForCertificates in words
 */
export function pictureSize(file: Buffer): PictureSize {
  if (file.length > LARGEST_PICTURE) throw new NotAPictureForCertificates('The picture must be 1 MB or smaller');
  const size = file.subarray(0, 8).equals(PNG_BEGINS)
    ? ofPng(file)
    : file.subarray(0, 3).equals(JPEG_BEGINS)
      ? ofJpeg(file)
      : undefined;
  if (!size || size.width < 1 || size.height < 1)
    throw new NotAPictureForCertificates('The picture must be a PNG or a JPEG, and whole');
  if (Math.max(size.width, size.height) > LONGEST_SIDE)
    throw new NotAPictureForCertificates(`The picture must be ${LONGEST_SIDE} by ${LONGEST_SIDE} pixels or smaller`);
  return size;
}

/** PNG, 11.2.2: IHDR comes first, 13 bytes long. */
function ofPng(file: Buffer): PictureSize | undefined {
  if (file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { type: 'image/png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** The first frame; what stands before it are segments with their length. */
function ofJpeg(file: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 < file.length;) {
    if (file[at] !== 0xff) return undefined;
    const marker = file[at + 1]!;
    // Fill bytes.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return { type: 'image/jpeg', height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    else at += 2 + file.readUInt16BE(at + 2);
  }
  return undefined;
}
