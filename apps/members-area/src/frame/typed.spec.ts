import { inLanguage } from '@induct/platform';
import nunjucks from 'nunjucks';
import { typed, typedIn } from './typed';

const page = new nunjucks.Environment(null, { autoescape: true })
  .addFilter('typed', typed)
  .addFilter('typedIn', typedIn);
const shown = (source: string, reads: 'en' | 'cy', title?: string) =>
  inLanguage(reads, () => page.renderString(source, { title }));

it.each([
  ['en', '{{ title | typed }}', 'Fraud &amp; &lt;b&gt;'],
  ['cy', '{{ title | typed }}', '<span lang="en">Fraud &amp; &lt;b&gt;</span>'],
  ['cy', '{{ title | typed("cy") }}', 'Fraud &amp; &lt;b&gt;'],
  ['en', '{{ title | typedIn("Twyll") }}', 'Fraud &amp; &lt;b&gt;'],
  ['cy', '{{ title | typedIn("Twyll & <b>") }}', 'Twyll &amp; &lt;b&gt;'],
  ['cy', '{{ title | typedIn(null) }}', '<span lang="en">Fraud &amp; &lt;b&gt;</span>'],
  ['en', '{{ title | typed("cy") }}', '<span lang="cy">Fraud &amp; &lt;b&gt;</span>'],
] as const)('says to who reads %s in which language a text is: %s', (reads, source, html) => {
  expect(shown(source, reads, 'Fraud & <b>')).toBe(html);
});

it('says nothing where nothing was typed', () => {
  expect(shown('{{ title | typed }}', 'cy')).toBe('');
});
