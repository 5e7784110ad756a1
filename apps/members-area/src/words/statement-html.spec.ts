import { NO_CONTACT } from '@induct/people';
import { shippedStatement, STATEMENTS } from '@induct/platform';
import { statementHtml, unknownPlaces } from './statement-html';

const facts = {
  own: { name: 'Cyngor *Sir* <b>', team: 'Member Services', area: 'Members Area' },
  contact: {
    ...NO_CONTACT,
    email: 'ds@northmoor.example',
    telephone: '01632 960 001',
    address: 'Guildhall\nNorthmoor',
  },
  changedAt: new Date('2026-11-30T12:00:00Z'),
};
const html = (text: string, more: object = {}) => statementHtml(text, { ...facts, ...more });

it('says what belongs to the council letter by letter', () => {
  expect(html('{{council}}, {{ team }}, {{changed}}')).toBe(
    '<p class="govuk-body">Cyngor *Sir* &lt;b&gt;, Member Services, 30 November 2026</p>\n',
  );
  expect(html('{{contact}}')).toMatch(/mailto:ds@northmoor.example.*01632 960 001.*Guildhall, Northmoor/s);
});

it('knows faults, and what follows from them', () => {
  const contact = { ...facts.contact, accessibilityFaults: 'Films have *no* captions\n\nMaps' };
  expect(html('{{compliance}}', { contact })).toContain('is partially compliant');
  expect(html('{{faults}}', { contact }).match(/<li>/g)).toHaveLength(2);
  expect(html('{{faults}}', { contact })).toContain('Films have *no* captions');
  expect(html('{{compliance}}')).toContain('as far as we know');
  expect(html('{{faults}}')).toContain('We know of nothing');
});

it('has no heading of the first order, no markup that was typed, no picture and no script', () => {
  expect(html('# One\n\n#### Four')).toBe(
    '<h2 class="govuk-heading-m">One</h2>\n<h3 class="govuk-heading-s">Four</h3>\n',
  );
  for (const hostile of [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,x)',
    '![x](https://elsewhere.example/x.png)',
    '[x](https://a.example/" onclick="y)',
  ]) {
    expect(html(hostile)).not.toMatch(/<(script|img)|href="(javascript|data)| onclick="/);
  }
  expect(html('[x](https://a.example/)')).toContain('class="govuk-link" rel="noreferrer"');
});

it('names places that mean nothing', () => {
  expect(unknownPlaces('{{council}} {{ Council }} {{mayor}} {{mayor}}')).toEqual(['Council', 'mayor']);
});

it.each(STATEMENTS)('has a shipped text with nothing left open: %s', (kind) => {
  const text = shippedStatement(kind);
  expect(unknownPlaces(text)).toEqual([]);
  expect(html(text)).not.toMatch(/\{\{|<h1/);
});

// The parts that regulation 7 and the model statement ask for.
it('ships an accessibility statement with every part the law asks for', () => {
  for (const part of [
    'Feedback and contact',
    'Enforcement procedure',
    'Compliance status',
    'Non-accessible content',
    'Preparation',
  ])
    expect(html(shippedStatement('accessibility'))).toContain(part);
  expect(html(shippedStatement('accessibility'))).toContain('Equality and Human Rights Commission');
});
