import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { manifestXml } from '../support/packages';

/** A package of this many files and bytes as authoring tools make them: a third pages and scripts, the rest media. */
export async function writePackage(path: string, files: number, bytes: number): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  zip.addBuffer(Buffer.from(manifestXml()), 'imsmanifest.xml');
  zip.addBuffer(Buffer.from('<p>Start'), 'sco-1.html');
  const random = randomBytes(files);
  const size = Math.floor(bytes / files);
  for (let index = 2; index < files; index++) {
    const isText = index % 3 === 0;
    const name = `content/part-${index % 20}/${index}.${isText ? (index % 2 === 0 ? 'html' : 'js') : 'jpg'}`;
    zip.addBuffer(isText ? words(random, size) : random(size), name, { compress: isText });
  }
  zip.end();
  await written;
}

const vocabulary = 'council member code conduct interest register planning decision meeting vote the of and to'.split(
  ' ',
);

function words(random: (length: number) => Buffer, size: number): Buffer {
  let text = '';
  for (const byte of random(Math.ceil(size / 4))) {
    text += `${vocabulary[byte % vocabulary.length]} `;
    if (byte > 250) text += `<span id="s${byte}${text.length}">`;
  }
  return Buffer.from(text).subarray(0, size);
}

/** The same bytes in every run. */
function randomBytes(seed: number): (length: number) => Buffer {
  let state = seed;
  return (length) => {
    const buffer = Buffer.allocUnsafe(length);
    for (let index = 0; index < length; index++) {
      state = (state * 48_271) % 2_147_483_647;
      buffer[index] = state >> 8;
    }
    return buffer;
  };
}
