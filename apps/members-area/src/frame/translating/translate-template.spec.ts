import nunjucks from 'nunjucks';
import { pluralForm, type Sentence } from '@induct/platform';
import { PLURAL_FILTER } from './say';
import { compileTemplate, parseTemplate } from './template-tree';
import { translateTemplate } from './translate-template';

const environment = new nunjucks.Environment([], { autoescape: true }).addFilter(PLURAL_FILTER, (count: unknown) =>
  pluralForm('cy', count),
);

function translated(source: string, words: Record<string, Sentence>, marksEnglish = false) {
  const asked: string[] = [];
  const tree = translateTemplate(
    parseTemplate(source),
    (key) => {
      asked.push(key);
      return words[key];
    },
    marksEnglish,
  );
  // oxlint-disable-next-line typescript/no-implied-eval -- as nunjucks runs what it has compiled
  const program = new Function(compileTemplate(tree, 'tried.njk'))() as object;
  const template = new nunjucks.Template({ type: 'code', obj: program } as never, environment);
  return { asked, render: (context: object = {}) => template.render(context) };
}

const keysOf = (source: string) => translated(source, {}).asked;

describe('what is asked of a translator', () => {
  it('is whole sentences', () => {
    expect(keysOf('<p class="govuk-body">Nothing is due. You may\n  go on.</p><p>It is 5 p.m. now</p>')).toEqual([
      'Nothing is due.',
      'You may go on.',
      'It is 5 p.m. now',
    ]);
  });

  it('has gaps for values, links and other tags within a sentence', () => {
    expect(
      keysOf('<p>Sent to <strong><bdi>{{ email }}</bdi></strong>, or <a href="/x?a={{ b }}">go back</a>.</p>'),
    ).toEqual(['Sent to ⟨0⟩⟨1⟩⟨2⟩⟨/1⟩⟨/0⟩, or ⟨3⟩go back⟨/3⟩.']);
  });

  it('has no tags around the whole of it', () => {
    expect(keysOf('<li><a class="govuk-link" href="/verify">Check a certificate</a></li>')).toEqual([
      'Check a certificate',
    ]);
  });

  it('is one sentence for each choice that was written into it', () => {
    expect(
      keysOf('<p>{{ "A module" if n == 1 else "Modules" }} you began {{ "has" if n == 1 else "have" }} changed.</p>'),
    ).toEqual(['A module you began has changed.', 'Modules you began have changed.']);
  });

  it('is what macros are given, and no class, address or comparison', () => {
    expect(
      keysOf(
        `{{ govukButton({ text: "Save and " + verb, classes: "govuk-button--secondary", href: "/a b", name: "Save it" }) }}
         {% if kind == "No kind" %}{{ formDay("from", "First day", "For example 14 12 2026") }}{% endif %}`,
      ),
    ).toEqual(['Save and ⟨0⟩', 'First day', 'For example 14 12 2026']);
  });

  it('is what attributes say, also within a condition', () => {
    expect(
      keysOf('<nav aria-label="Back" class="a b"{% if x %} title="Go to {{ name }}" id="no-words"{% endif %}>Up</nav>'),
    ).toEqual(['Go to ⟨0⟩', 'Back', 'Up']);
  });

  it('leaves values and code alone', () => {
    expect(keysOf('{# A comment #}<p>{{ title }}</p><p>{{ a }}: {{ b }}</p>{% set x = "key" %}')).toEqual([]);
  });
});

describe('a translated page', () => {
  it('may put gaps where its language wants them', () => {
    const { render } = translated('<p>Sent to <b>{{ email }}</b>, or <a href="/x">go back</a>.</p>', {
      'Sent to ⟨0⟩⟨1⟩⟨/0⟩, or ⟨2⟩go back⟨/2⟩.': '⟨2⟩Yn ôl⟨/2⟩ ynteu ⟨0⟩⟨1⟩⟨/0⟩?',
    });
    expect(render({ email: 'a@b.example' })).toBe('<p><a href="/x">Yn ôl</a> ynteu <b>a@b.example</b>?</p>');
  });

  it('shows a translation as text, whatever stands in it', () => {
    const { render } = translated('<p title="Foo">Foo</p>{{ show({ text: "Foo" }) }}', {
      Foo: '"<script>{{ 1 + 1 }}{% if %}&amp;',
    });
    const text = '&quot;&lt;script&gt;{{ 1 + 1 }}{% if %}&amp;amp;';
    expect(render({ show: ({ text: given }: { text: string }) => given })).toBe(
      `<p title="${text}">${text}</p>${text}`,
    );
  });

  it('says the choice that is so', () => {
    const { render } = translated('<p>{{ "This module" if n == 1 else "These modules" }} changed.</p>', {
      'This module changed.': 'Newidiodd y modiwl hwn.',
    });
    expect([render({ n: 1 }), render({ n: 2 })]).toEqual([
      '<p>Newidiodd y modiwl hwn.</p>',
      '<p>These modules changed.</p>',
    ]);
  });

  it('takes the form that a number asks for', () => {
    const { render } = translated('<h2>{{ total }} modules</h2>', {
      '⟨0⟩ modules': { two: '⟨0⟩ fodiwl', other: '⟨0⟩ modiwl' },
    });
    expect([render({ total: 2 }), render({ total: 5 })]).toEqual(['<h2>2 fodiwl</h2>', '<h2>5 modiwl</h2>']);
  });

  it('marks what is still English, but not where no tag may stand', () => {
    const { render } = translated(
      '<title>Foo</title>{% block title %}Foo{% endblock %}<p>Foo. Bar</p><select><option>Foo</option></select>',
      { Bar: 'Bâr' },
      true,
    );
    expect(render()).toBe(
      '<title>Foo</title>Foo<p><span lang="en">Foo.</span> Bâr</p><select><option>Foo</option></select>',
    );
  });
});

it('says what stands in the place of a value in an attribute', () => {
  const source =
    '<a aria-label="{{ item.text | default("Page " + item.number) }}" title="{{ name | default("Nobody") }}">';
  const { render } = translated(source, { 'Page ⟨0⟩': 'Tudalen ⟨0⟩', Nobody: 'Neb' });
  expect(render({ item: { number: 2 } })).toBe('<a aria-label="Tudalen 2" title="Neb">');
  expect(render({ item: { text: 'Two' }, name: 'Ann' })).toBe('<a aria-label="Two" title="Ann">');
});
