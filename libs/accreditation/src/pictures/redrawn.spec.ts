import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import jpegJs from 'jpeg-js';
import { PNG } from 'pngjs';
import { crc32, deflateSync } from 'node:zlib';
import { NotAPictureForCertificates } from './picture.errors';
import { pictureSize } from './picture-size';
import { redrawn } from './redrawn';

const options = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

function drawing(width = 40, height = 30) {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#14403c';
  pen.fillRect(5, 5, width / 2, height / 2);
  return canvas;
}
const png = drawing().toBuffer('image/png');
const jpeg = drawing().toBuffer('image/jpeg');

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
const header = (width: number, height: number, interlaced = 0) => {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, interlaced]);
  data.writeUInt32BE(width);
  data.writeUInt32BE(height, 4);
  return chunk('IHDR', data);
};
const pngOf = (...chunks: Buffer[]) => Buffer.concat([png.subarray(0, 8), ...chunks, chunk('IEND', Buffer.alloc(0))]);
const refusal = async (file: Buffer) => {
  const error = await redrawn(file).catch((caught: unknown) => caught);
  return error instanceof NotAPictureForCertificates ? error.title : error;
};

describe('a picture for certificates', () => {
  it('is drawn anew: its pixels and transparency stay, and nothing else', async () => {
    const told = Buffer.concat([
      png.subarray(0, 33),
      chunk('tEXt', Buffer.from('Comment\0<script>')),
      png.subarray(33),
    ]);
    const drawn = await redrawn(Buffer.concat([told, Buffer.from('%PDF-1.4 behind it')]));
    expect(drawn).toMatchObject({ type: 'image/png', width: 40, height: 30 });
    expect(drawn.bytes.toString('latin1')).not.toMatch(/script|PDF/);
    expect(PNG.sync.read(drawn.bytes).data.equals(PNG.sync.read(png).data)).toBe(true);
    expect(PNG.sync.read(drawn.bytes).data[3]).toBe(0);
    const photo = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from('ffe1000a4578696648495448', 'hex'),
      jpeg.subarray(2),
    ]);
    const again = await redrawn(Buffer.concat([photo, Buffer.from('PK\x03\x04')]));
    expect(again).toMatchObject({ type: 'image/jpeg', width: 40, height: 30 });
    expect(again.bytes.toString('latin1')).not.toMatch(/HITH|PK/);
    expect(jpegJs.decode(again.bytes).width).toBe(40);
  });

  it.each([
    ['no picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'must be a PNG or a JPEG'],
    ['a GIF', Buffer.from('GIF89a..........'), 'must be a PNG or a JPEG'],
    ['half a PNG', png.subarray(0, png.length / 2), 'and whole'],
    ['half a JPEG', jpeg.subarray(0, 60), 'and whole'],
    ['more than 1 MB', Buffer.concat([png, Buffer.alloc(1024 * 1024)]), '1 MB or smaller'],
    ['too many pixels', pngOf(header(2001, 10)), '2000 by 2000 pixels or smaller'],
    ['no pixels', pngOf(header(0, 10)), 'and whole'],
    ['a JPEG with too many pixels', Buffer.from('ffd8ffc0000b08ffffffff0101110000000000', 'hex'), '2000 by 2000'],
    ['a JPEG in steps without an end', Buffer.concat([jpeg, Buffer.from('ffda'.repeat(50), 'hex')]), 'and whole'],
  ])('is refused in words: %s', async (_, file, words) => {
    expect(await refusal(file)).toContain(words);
  });

  it('is measured before it is unpacked, so that a small file that becomes a large one costs nothing', async () => {
    const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024), { level: 1 });
    const began = process.memoryUsage().arrayBuffers;
    for (const file of [
      pngOf(header(50_000, 50_000), chunk('IDAT', bomb)),
      pngOf(header(100, 100, 1), chunk('IDAT', bomb)),
      pngOf(header(100, 100), header(60_000, 60_000), chunk('IDAT', deflateSync(Buffer.alloc(64)))),
    ])
      expect(await refusal(file)).toEqual(expect.any(String));
    expect(process.memoryUsage().arrayBuffers - began).toBeLessThan(60 * 1024 * 1024);
  });

  it('is a whole picture or refused, whatever is changed in it', async () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(png, jpeg), changes, async (file, changed) => {
        const other = Buffer.from(file);
        for (const [at, value] of changed) other[at % other.length] = value;
        const drawn = await redrawn(other).catch((error: unknown) => error);
        if (drawn instanceof NotAPictureForCertificates) return;
        expect(pictureSize((drawn as { bytes: Buffer }).bytes)).toEqual(
          expect.objectContaining({ type: expect.any(String) }),
        );
      }),
      { ...options, numRuns: 100 },
    );
  });
});
