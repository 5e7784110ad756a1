import { type Language, speakInstead, type WordList } from '@induct/platform';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

const PICTURES = '.data/screenshots/welsh';

const ACCENTS: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', y: 'ý' };

/** English that no page says by itself: every vowel bears an accent, and it is as long again by four tenths, as translations are. */
function pseudo(english: string): string {
  const [words = '', ...rest] = english.split(/(?=⟨)/);
  const accented = [words, ...rest].map((piece) =>
    piece.replace(/(⟨\/?\d+⟩)?([^⟨]*)/, (_, gap: string | undefined, text: string) => `${gap ?? ''}${accent(text)}`),
  );
  const longer = english
    .replace(/⟨\/?\d+⟩/g, '')
    .split(' ')
    .slice(0, Math.ceil(english.split(' ').length * 0.4));
  return `${accented.join('')} ${longer.map(accent).join(' ')}`.trimEnd();
}
const accent = (text: string): string => text.replace(/[aeiouy]/gi, (vowel) => ACCENTS[vowel.toLowerCase()] ?? vowel);

const PSEUDO: WordList = { isReviewed: false, find: pseudo };
const LANGUAGE: Language = 'cy';

/** Of people, of what somebody entered, of ourselves: no words of a page. */
const DATA = new Set(
  'Northmoor County Council Mia Member English Cymraeg Induct JavaScript induct waiting device offer form done language paper code conduct The of Looking after data Optional module one GOV http https example localhost'
    .toLowerCase()
    .split(' '),
);

/** Words on the page that bear no accent: nobody translated them. */
const UNTRANSLATED = `[...document.querySelectorAll('body, body *')].flatMap((element) =>
  [...element.childNodes].filter((node) => node.nodeType === 3 && !element.closest('script, style, [data-data]'))
    .flatMap((node) => node.textContent.match(/[A-Za-z]{4,}/g) ?? []))
  .filter((word) => /[aeiouy]/i.test(word))`;

const PAGES = {
  nobody: [
    '/sign-in',
    '/verify',
    '/candidates',
    '/candidates/first-weeks',
    '/contact',
    '/accessibility',
    '/privacy',
    '/programmes',
    '/signed-out',
  ],
  member: [
    '/',
    '/modules',
    '/modules/the-code-of-conduct',
    '/programme',
    '/bookings',
    '/certificates',
    '/standing',
    '/account',
    '/account/letters',
    '/needs',
  ],
};

let site: SiteInBrowser;
beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES, { WELSH: 'true' });
  await site.desk.given.aModule({ title: 'The code of conduct', core: true, minutes: 20 });
});
afterAll(() => site?.close());

async function asReader(who: 'nobody' | 'member'): Promise<void> {
  await site.signInAs(who === 'member' ? await site.desk.who('member') : undefined);
  await site.page
    .browserContext()
    .setCookie({ name: 'induct-language', value: 'cy', domain: 'localhost', path: '/', httpOnly: true });
}

describe('pages in a language that is longer', () => {
  beforeAll(() => speakInstead(LANGUAGE, PSEUDO));

  it.each(['nobody', 'member'] as const)('say everything in it, and lose nothing at 320 px (%s)', async (who) => {
    await asReader(who);
    await site.page.setViewport({ width: 320, height: 800 });
    const found: string[] = [];
    for (const path of PAGES[who]) {
      await site.goTo(path);
      const words = (await site.page.evaluate(UNTRANSLATED)) as string[];
      const left = [...new Set(words)].filter((word) => !DATA.has(word.toLowerCase()));
      if (left.length > 0) found.push(`${path}: ${left.join(' ')}`);
      const sideways = await site.page.evaluate('document.documentElement.scrollWidth - innerWidth');
      if (sideways !== 0) found.push(`${path} is ${String(sideways)} px too wide`);
    }
    expect(found).toEqual([]);
  });
});
