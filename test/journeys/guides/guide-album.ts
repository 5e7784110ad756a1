import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import type { Album } from '../scene';
import { frameOf, type PictureFrame } from './frames';
import { AFTER_THE_PICTURE, steady } from './steady';

const QUALITY = 70;
/** In the player: nothing is on its way. */
const SAVED = `document.querySelector('[data-save-text]').textContent.startsWith('Saved')`;
/** All of them together, so that a clone stays small. */
const MOST_BYTES = 3 * 1024 ** 2;

/** The pictures that the guides show, and no others: a walk takes each where it comes by first. */
export class GuideAlbum implements Album {
  private readonly taken = new Set<string>();

  private constructor(
    private readonly folder: string,
    private readonly wanted: ReadonlySet<string>,
  ) {}

  /** @param guides the folder of the guides, whose pictures lie in `pictures` */
  static of(guides: string): GuideAlbum {
    const folder = join(guides, 'pictures');
    mkdirSync(folder, { recursive: true });
    return new GuideAlbum(folder, picturesIn(guides));
  }

  async take(page: Page, name: string): Promise<void> {
    if (!this.wanted.has(name) || this.taken.has(name)) return;
    this.taken.add(name);
    const path = join(this.folder, `${name}.webp`) as `${string}.webp`;
    // The player notices who changes its page, and tells the member: its first screen is taken as it is.
    if (/^\/(launch|preview)\//.test(new URL(page.url()).pathname)) {
      await page.waitForFunction(SAVED);
      await page.screenshot({ path, type: 'webp', quality: QUALITY });
      return;
    }
    const frame = frameOf(name);
    await page.evaluate(steady());
    const unmark = await mark(page, frame.mark);
    await page.screenshot({ path, type: 'webp', quality: QUALITY, clip: await area(page, frame) });
    await unmark();
    await page.evaluate(AFTER_THE_PICTURE);
  }

  /** @throws when a guide shows what no walk came by, or the pictures are too large; others in the folder are removed */
  finish(): void {
    const missing = [...this.wanted].filter((name) => !this.taken.has(name));
    if (missing.length > 0) throw new Error(`The guides show what was not seen on the way: ${missing.join(', ')}`);
    let bytes = 0;
    for (const file of readdirSync(this.folder)) {
      const path = join(this.folder, file);
      if (!this.wanted.has(file.replace(/\.webp$/, ''))) rmSync(path);
      else bytes += statSync(path).size;
    }
    if (bytes > MOST_BYTES) throw new Error(`The pictures have ${bytes} bytes, more than ${MOST_BYTES}`);
    console.log(`${this.wanted.size} pictures of the guides, ${Math.ceil(bytes / 1024)} KB`);
  }
}

/** Names of the pictures that the guides in a folder show. */
function picturesIn(guides: string): Set<string> {
  const names = new Set<string>();
  for (const file of readdirSync(guides).filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(join(guides, file), 'utf8');
    for (const [, name] of text.matchAll(/\(pictures\/([a-z-]+)\.webp\)/g)) names.add(name!);
  }
  return names;
}

/** Draws a line round what a reader is to press. @returns what takes it away */
async function mark(page: Page, selector: string | undefined): Promise<() => Promise<void>> {
  const element = selector && (await page.$(selector));
  if (!element) return () => Promise.resolve();
  const draw = (line: string) =>
    element.evaluate((marked, style) => {
      const { style: own } = marked as unknown as { style: { outline: string; outlineOffset: string } };
      own.outline = style;
      own.outlineOffset = style ? '4px' : '';
    }, line);
  await draw('4px solid #d4351c');
  return () => draw('');
}

/** Above what a picture begins with; the main part of a page has one of its own. */
const MARGIN = 16;

/** What the picture shows: as wide as the window, from the frame's beginning on, and no more than there is. */
async function area(page: Page, { from, height }: PictureFrame) {
  const [scrolled, whole] = (await page.evaluate('[scrollY, document.documentElement.scrollHeight]')) as [
    number,
    number,
  ];
  const box = from === 'page' ? null : await (await page.waitForSelector(from))!.boundingBox();
  const y = box ? Math.max(0, box.y + scrolled - (from === 'main' ? 0 : MARGIN)) : 0;
  return { x: 0, y, width: page.viewport()!.width, height: Math.min(height, whole - y) };
}
