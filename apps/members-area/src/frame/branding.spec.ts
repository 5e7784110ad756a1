import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';
import { assetsFolder, assetUrl } from './assets';

/** Of central government, which alone may use them: the crown and crest, the black bar's logo, and the typeface (also by its files). */
const OF_GOVERNMENT =
  /gds[ -]?transport|\bcrown\b|crest|govuk-logo|govuk-icon|govuk-opengraph|light-94a07e06a1|bold-b542beb274|tudor/i;
/** Councils that were looked at while this was made. */
const OF_COUNCILS = /kent\.gov\.uk|kent county council|spelthorne/i;

const LOOKS = [
  'apps/*/src/**/*.{njk,scss,css,hbs,svg,mjs}',
  'content/{certificates,letters,reports,statements,player}/**/*.{hbs,css,txt,md,svg,scss,html}',
  'libs/*/src/**/*.{hbs,css,scss}',
];

it('has nothing of central government’s and of other councils’ branding in what pages and papers are made of', () => {
  const files = LOOKS.flatMap((pattern) => globSync(pattern, { cwd: projectRoot }));
  expect(files.length).toBeGreaterThan(200);
  const wrong = files.filter((file) => {
    const text = readFileSync(join(projectRoot, file), 'utf8');
    // What the settings say is not there.
    const said = text.replaceAll(/^\s*(\/\/|\{#).*$/gm, '');
    return OF_GOVERNMENT.test(said) || OF_COUNCILS.test(said);
  });
  expect(wrong).toEqual([]);
});

it('serves no typeface and no picture but its own', () => {
  expect(assetsFolder).toBeDefined();
  const names = readdirSync(assetsFolder!).map((name) => name.replace(/-[0-9a-f]{12}(?=\.)/, ''));
  expect(
    names.filter((name) => /\.(woff2?|ttf|otf)$/.test(name) && !name.startsWith('atkinson-hyperlegible-next-')),
  ).toEqual([]);
  expect(names.filter((name) => /\.(png|jpe?g|gif|ico|webp|svg)$/.test(name))).toEqual(['mark.svg']);
  const style = readFileSync(join(assetsFolder!, assetUrl('site.css').replace('/assets/', '')), 'utf8');
  expect(style).not.toMatch(OF_GOVERNMENT);
  expect(style).toContain('font-family:"Atkinson Hyperlegible Next"');
  // The black bar of GOV.UK.
  expect(style).not.toMatch(/\.govuk-header\b/);
});

it('styles every component of GOV.UK Frontend that a page uses', () => {
  const settings = readFileSync(join(projectRoot, 'apps/members-area/src/frame/styles/_settings.scss'), 'utf8');
  const used = globSync('apps/members-area/src/**/*.njk', { cwd: projectRoot }).flatMap((file) =>
    Array.from(
      readFileSync(join(projectRoot, file), 'utf8').matchAll(/"govuk\/components\/([a-z-]+)\/macro\.njk"/g),
      ([, name]) => name!,
    ),
  );
  const missing = [...new Set(used)].filter((name) => !settings.includes(`'govuk/components/${name}'`));
  expect(missing).toEqual([]);
});
