import type { Page } from 'puppeteer';
import { printedHeadings } from './pdf-outline';
import { LayoutIsWrong } from './layout-check';
import { layoutProblems } from './layout.page';
import { hasItsImages, replaceContent } from './press.page';
import { htmlOf, type PictureSize, type Sheet } from '../sheet/sheet';

const PATIENCE_MS = 30_000;
const IMAGE = /<img [^>]*>/g;

/** A document whose pages move when its contents name them. */
export class ContentsAreWrong extends Error {
  override name = 'ContentsAreWrong';

  constructor() {
    super('The pages that the contents name are not those of the headings');
  }
}

/** What comes out of a press. */
export interface Printout {
  pdf: Uint8Array;
  /** PNG of the first page, of a sheet that asks for one. */
  picture?: Uint8Array;
}

/** CSS has 96 pixels an inch. */
const inPixels = (mm: number) => Math.round((mm / 25.4) * 96);

/**
 * One page of a browser that prints sheets one after the other. What two sheets have in common (fonts, style, drawings)
 * stays in the page: reading it anew costs two thirds of the work of a certificate. Everything else is replaced, and after
 * a failure the page is not used again.
 */
export class Press {
  private head: string | undefined;
  /** The images in the page, as they were written, in their order. */
  private images: string[] = [];

  /** @param page in which no script of a document runs and from which nothing leaves */
  constructor(private readonly page: Page) {}

  async print(sheet: Sheet): Promise<Printout> {
    const { room, tighter, picture } = sheet;
    await this.layOut(sheet);
    if (room) {
      let problems = await this.page.evaluate(layoutProblems, room === 'one page');
      const others = problems.length > 0 ? (tighter?.() ?? []) : [];
      for (const body of others) {
        await this.layOut({ ...sheet, body });
        problems = await this.page.evaluate(layoutProblems, room === 'one page');
        if (problems.length === 0) break;
      }
      if (problems.length > 0) throw new LayoutIsWrong(problems);
    }
    const pdf = sheet.contents ? await this.withContents(sheet, sheet.contents) : await this.pdf();
    return picture ? { pdf, picture: await this.picture(picture) } : { pdf };
  }

  private pdf(outline = false): Promise<Uint8Array> {
    return this.page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline,
      timeout: PATIENCE_MS,
    });
  }

  /** Printed until its contents say the pages that they are printed on: twice. @throws ContentsAreWrong */
  private async withContents(sheet: Sheet, contents: NonNullable<Sheet['contents']>): Promise<Uint8Array> {
    let headings = printedHeadings(await this.pdf(true));
    for (let tries = 0; tries < 3; tries++) {
      await this.layOut({ ...sheet, body: contents(headings) });
      const pdf = await this.pdf(true);
      const printed = printedHeadings(pdf);
      if (printed.every(({ page }, at) => page === headings[at]?.page)) return pdf;
      headings = printed;
    }
    throw new ContentsAreWrong();
  }

  /** What was just printed, as it stands in the page. */
  private picture({ width, height }: PictureSize): Promise<Uint8Array> {
    const clip = { x: 0, y: 0, width: inPixels(width), height: inPixels(height) };
    return this.page.screenshot({ type: 'png', clip, captureBeyondViewport: true });
  }

  private async layOut(sheet: Sheet): Promise<void> {
    if (sheet.head === this.head) await this.change(sheet);
    else await this.page.setContent(htmlOf(sheet), { waitUntil: 'load', timeout: PATIENCE_MS });
    this.head = sheet.head;
    this.images = sheet.body.match(IMAGE) ?? [];
  }

  private async change({ language, title, body }: Sheet): Promise<void> {
    const free = this.images.map((image, at) => ({ image, at }));
    const lighter = body.replace(IMAGE, (image) => {
      const same = free.findIndex((one) => one.image === image);
      return same < 0 ? image : `<i data-kept="${free.splice(same, 1)[0]!.at}"></i>`;
    });
    let ready = await this.page.evaluate(replaceContent, language, title, lighter);
    for (const deadline = Date.now() + PATIENCE_MS; !ready; ready = await this.page.evaluate(hasItsImages)) {
      if (Date.now() > deadline) throw new Error('The images of a document did not load');
    }
  }
}
