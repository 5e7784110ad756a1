import nunjucks, { Environment } from 'nunjucks';
import { identityOf } from '@induct/platform';
import { parseTemplate, runnable } from './template-tree';
import { OWN_WORD, ownLabel, type OwnWord, ownWord, titleInOwnWords, withOwnWords } from './own-words';

const own = identityOf(
  1,
  { team: 'Member <Services>', area: 'Councillor Hub', district: 'ward' },
  { COUNCIL_NAME: 'Northmoor', WELSH: false },
);

function rendered(source: string, data: object = {}): string {
  const environment = new Environment(null, { autoescape: true }).addGlobal(OWN_WORD, (word: OwnWord) =>
    ownWord(own, word),
  );
  return new nunjucks.Template(runnable(withOwnWords(parseTemplate(source)), 'page') as never, environment).render(
    data,
  );
}

it.each([
  ['<p>Ask Democratic Services. In the Members Area</p>', '<p>Ask Member &lt;Services&gt;. In the Councillor Hub</p>'],
  ['{{ "Ask Democratic Services" if ask else "No" }}', 'Ask Member &lt;Services&gt;'],
  ['{% set one = { text: "Democratic Services: ask" } %}{{ one.text }}', 'Member &lt;Services&gt;: ask'],
  ['{% for one in ["Members Area", "x"] %}{{ one | upper }} {% endfor %}', 'COUNCILLOR HUB X '],
  ['{% macro m(a) %}{{ a }}, Members Area{% endmacro %}{{ m("Members Area") }}', 'Councillor Hub, Councillor Hub'],
  ['Head of Democratic Services', 'Head of Democratic Services'],
  ['<p>The people of one division, and two divisions.</p>', '<p>The people of one ward, and two wards.</p>'],
  ['<h1>Divisions</h1> {{ "Division" }} {{ "In another division" }}', '<h1>Wards</h1> Ward In another ward'],
  ['<a href="/council/divisions/change">x</a>', '<a href="/council/divisions/change">x</a>'],
  ['<input name="division">{{ form.division }}{{ form["division"] }}', '<input name="division">'],
])('says our words as the council does: %s', (source, said) => {
  expect(rendered(source, { ask: true })).toBe(said);
});

it('leaves what people typed', () => {
  expect(rendered('{{ typed }}', { typed: 'Democratic Services' })).toBe('Democratic Services');
});

it('says a label as the council does, when it is nothing else', () => {
  expect(['Division', 'Division of work', 'Name', undefined].map((label) => ownLabel(label, own))).toEqual([
    'Ward',
    'Division of work',
    'Name',
    undefined,
  ]);
});

it('says what a page is called as the council does', () => {
  expect(titleInOwnWords('Contact Democratic Services', own)).toBe('Contact Member <Services>');
  expect(titleInOwnWords('Divisions', own)).toBe('Wards');
  expect(titleInOwnWords('Ardal Aelodau', own)).toBe('Ardal Aelodau');
});
