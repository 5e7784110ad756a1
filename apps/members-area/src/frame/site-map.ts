import type { PlannedPage } from './site-plan';

const WORDS: Record<string, string> = { public: 'everybody', 'signed-in': 'whoever is signed in' };

/** `docs/site-map.md`: every page, who may open it and where its code is. */
export function siteMap(pages: readonly PlannedPage[]): string {
  const lines = pages.map(({ path, title, access, handler, demo }) => {
    const who = access.map((one) => WORDS[one] ?? one).join(', ');
    return `| \`${path}\` | ${title} | ${who}${demo ? ' (demonstrations only)' : ''} | \`${handler}\` |`;
  });
  return [
    '# Every page of the site',
    '',
    'Made from what the screens say of themselves (`@Screen`). `WRITE=1 npx jest site-map` writes it anew.',
    '',
    '| address | page | who | code |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}
