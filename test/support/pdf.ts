import { createCanvas } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import type { PDFPageProxy } from 'pdfjs-dist';

export interface ReadPdf {
  pages: number;
  /** All words, in order, of the first page. */
  text: string;
  /** Of every page. */
  texts: string[];
  title: string | undefined;
  language: string | undefined;
  tagged: boolean;
  /** The first page in pixels. */
  png: Buffer;
  /** Texts that stand over one another, or beyond the paper, on any page: what the PDF says, not what was measured before. */
  collisions: string[];
  /** What the QR code of the first page says. */
  qr: string | undefined;
}

/** Reads a PDF as a stranger would: its words, its looks, its QR code. @param scale 2 is 144 dots per inch */
export async function readPdf(data: Uint8Array, scale = 3): Promise<ReadPdf> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({ data: new Uint8Array(data), verbosity: 0 });
  const document = await loading.promise;
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
  const texts: string[] = [];
  const collisions: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const one = await document.getPage(number);
    texts.push(await wordsOf(one));
    collisions.push(...(await collisionsOf(one)));
  }
  const { info } = await document.getMetadata();
  const read: ReadPdf = {
    pages: document.numPages,
    text: texts[0]!,
    texts,
    title: (info as { Title?: string }).Title,
    language: (info as { Language?: string }).Language,
    collisions,
    tagged: ((await page.getStructTree())?.children.length ?? 0) > 0,
    png: canvas.toBuffer('image/png'),
    qr: jsqr(pixels, canvas.width, canvas.height)?.data,
  };
  await loading.destroy();
  return read;
}

async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

/** Half a point is rounding. */
const TOLERANCE = 0.5;

async function collisionsOf(page: PDFPageProxy): Promise<string[]> {
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  const { items } = await page.getTextContent();
  const boxes = items.flatMap((item) => {
    if (!('str' in item) || !item.str.trim() || item.width < 1) return [];
    const [, , slant, size, x, y] = item.transform as [number, number, number, number, number, number];
    // From the line up to the height of an x: what is above and below may be empty.
    return [{ text: item.str, left: x, right: x + item.width, bottom: y, top: y + Math.hypot(slant, size) * 0.45 }];
  });
  const outside = boxes.filter((box) => box.left < left || box.right > right || box.bottom < bottom || box.top > top);
  const over = boxes.flatMap((box, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          Math.min(box.right, other.right) - Math.max(box.left, other.left) > TOLERANCE &&
          Math.min(box.top, other.top) - Math.max(box.bottom, other.bottom) > TOLERANCE,
      )
      .map((other) => `${other.text} over ${box.text}`),
  );
  return [...outside.map(({ text }) => `${text} beyond the paper`), ...over];
}
