import type { PlannedPage } from './site-plan';

/** Where everybody may come, nothing is asked. */
const PROOFS = { any: 'a remembered device', strong: 'a letter', fresh: 'a fresh proof' };

const WORDS: Record<string, string> = { public: 'everybody', 'signed-in': 'whoever is signed in' };

/** `docs/site-map.md`: every page, who may open it and where its code is. */
export function siteMap(pages: readonly PlannedPage[]): string {
  const lines = pages.map(({ path, title, access, proof, handler, demo }) => {
    const who = access.map((one) => WORDS[one] ?? one).join(', ');
    const shown = access.includes('public') ? '–' : PROOFS[proof];
    return `| \`${path}\` | ${title} | ${who}${demo ? ' (demonstrations only)' : ''} | ${shown} | \`${handler}\` |`;
  });
  return [
    '# Every page of the site',
    '',
    'Made from what the screens say of themselves (`@Screen`). `WRITE=1 npx jest site-map` writes it anew. What is shown of who one is: [1307](decisions/1307-what-can-hurt-asks-for-more.md).',
    '',
    '| address | page | who | shown at least by | code |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}
