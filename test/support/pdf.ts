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
  for (let number = 1; number <= document.numPages; number++) texts.push(await wordsOf(await document.getPage(number)));
  const { info } = await document.getMetadata();
  const read: ReadPdf = {
    pages: document.numPages,
    text: texts[0]!,
    texts,
    title: (info as { Title?: string }).Title,
    language: (info as { Language?: string }).Language,
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
