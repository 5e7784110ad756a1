import assert from 'node:assert/strict';
import type { Page } from 'puppeteer';
import { BothWidths } from '../accreditation/both-widths';

/** In the page: the faces that it loads and asks for, where its files come from, and what it says. */
const WORN = `(() => {
  const faces = [...document.fonts].map(({ family }) => family);
  const asked = [...document.querySelectorAll('*')].map((one) => getComputedStyle(one).fontFamily);
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  const pictures = [...document.querySelectorAll('svg, img')].map((one) => one.outerHTML);
  return [...new Set([...faces, ...asked, ...files, ...pictures, document.body.innerText])].join('\\n');
})()`;
/** Of central government, and of councils that were looked at while this was made. */
const OF_OTHERS =
  /gds[ -]?transport|\bcrown\b|crest|govuk-(logo|icon|opengraph)|kent county council|kent\.gov\.uk|spelthorne/i;

/** Pictures at both widths, of pages that wear nothing but the council's own. */
export class OwnDress extends BothWidths {
  override async take(page: Page, name: string): Promise<void> {
    const worn = (await page.evaluate(WORN)) as string;
    const found = worn.split('\n').find((line) => OF_OTHERS.test(line));
    assert.equal(found, undefined, `${page.url()} wears what is not the council's`);
    assert.match(worn, /Atkinson Hyperlegible Next/, `${page.url()} has another face`);
    await super.take(page, name);
  }
}
