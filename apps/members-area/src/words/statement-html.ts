import type { CouncilContact } from '@induct/people';
import { britishDate, type CouncilIdentity } from '@induct/platform';
import markdownIt from 'markdown-it';
import { lines } from './lines';

/** What stands in a statement for something of the council: `{{council}}`. */
export const PLACES = ['council', 'team', 'area', 'changed', 'contact', 'compliance', 'faults'] as const;
type Place = (typeof PLACES)[number];

export interface StatementFacts {
  own: Pick<CouncilIdentity, 'name' | 'team' | 'area'>;
  contact: CouncilContact;
  changedAt: Date;
}

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names in double braces that mean nothing; each once. */
export const unknownPlaces = (text: string): string[] => [
  ...new Set(
    Array.from(text.matchAll(PLACE), ([, name]) => name!).filter((name) => !PLACES.some((known) => known === name)),
  ),
];

/** So that it is read letter by letter, whatever a council is called. */
const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>()#+\-.!|&~]/g, String.raw`\$&`);

function contactLines({ email, telephone, hours, address }: CouncilContact): string {
  const said = [
    email && `- [${plain(email)}](mailto:${encodeURI(email)})`,
    telephone && `- ${plain(telephone)}${hours && `, ${plain(hours)}`}`,
    address && `- ${lines(address).map(plain).join(', ')}`,
    '- [Contact](/contact)',
  ];
  return said.filter(Boolean).join('\n');
}

const STANDARD = 'the [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) AA standard';

/** Markdown in place of each. */
function valuesOf({ own, contact, changedAt }: StatementFacts): Record<Place, string> {
  const faults = lines(contact.accessibilityFaults);
  return {
    council: plain(own.name),
    team: plain(own.team),
    area: plain(own.area),
    changed: britishDate(changedAt),
    contact: contactLines(contact),
    compliance:
      faults.length === 0
        ? `This website complies with ${STANDARD}, as far as we know. Modules that come from other suppliers may not.`
        : `This website is partially compliant with ${STANDARD}, due to what is listed under “Non-accessible content”.`,
    faults:
      faults.length === 0
        ? 'We know of nothing on these pages that is not accessible. If you find something, please tell us.'
        : `The content listed below is not accessible yet:\n\n${faults.map((fault) => `- ${plain(fault)}`).join('\n')}`,
  };
}

const markdown = markdownIt({ html: false, linkify: false, typographer: false });
const CLASSES: Record<string, string> = {
  paragraph_open: 'govuk-body',
  bullet_list_open: 'govuk-list govuk-list--bullet',
  ordered_list_open: 'govuk-list govuk-list--number',
  link_open: 'govuk-link',
};
markdown.core.ruler.push('induct', ({ tokens }) => {
  for (const token of [...tokens, ...tokens.flatMap(({ children }) => children ?? [])]) {
    const one = CLASSES[token.type];
    if (one) token.attrJoin('class', one);
    if (token.type === 'link_open' && /^https?:/.test(String(token.attrGet('href') ?? '')))
      token.attrSet('rel', 'noreferrer');
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    // The page itself has the first heading.
    token.tag = token.tag === 'h1' || token.tag === 'h2' ? 'h2' : 'h3';
    if (token.type === 'heading_open')
      token.attrJoin('class', token.tag === 'h2' ? 'govuk-heading-m' : 'govuk-heading-s');
  }
});
// Pictures would come from elsewhere.
markdown.disable('image');

/** HTML that needs no escaping: what is typed becomes text, and links lead to the web, to mail and to our own pages only. */
export function statementHtml(text: string, facts: StatementFacts): string {
  const values = valuesOf(facts);
  return markdown.render(
    text.replaceAll(PLACE, (whole, name: string) => (values as Record<string, string>)[name] ?? whole),
  );
}
