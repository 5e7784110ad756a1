import { asPrinted, type FactPlace, type FactStanding, piecesOf, type SaidFact } from '@induct/course';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { Column } from '../../lists/list';
import { counted } from '../../words/counted';
import type { Tag } from '../../words/tag';
import { FACTS, type FactsFilter } from './facts-filter';

export const SAID_HERE: Tag = { text: 'Set here', kind: 'done' };
export const AS_BUILT: Tag = { text: 'As\u00A0it\u00A0came', kind: 'todo' };
export const TO_FILL_IN: Tag = { text: 'To be filled in', kind: 'warning' };

export const factHref = (key: string): string => `${FACTS}/${encodeURIComponent(key)}`;
const isSaid = ({ said }: FactStanding): boolean => said !== undefined && said.words !== null;
const modulesOf = ({ places }: FactStanding): number => new Set(places.map(({ courseId }) => courseId)).size;

/** Of the list of facts. */
export const FACT_COLUMNS: readonly Column<FactStanding>[] = [
  { head: 'Fact', cell: ({ key, label }) => ({ text: label, href: factHref(key), classes: 'induct-breaks' }) },
  {
    head: 'What learners read',
    speaks: true,
    cell: ({ reads }) => ({ text: asPrinted(reads), classes: 'induct-breaks' }),
  },
  {
    head: 'From',
    cell: (fact) => ({
      tag: isSaid(fact) ? SAID_HERE : fact.isToFillIn ? TO_FILL_IN : AS_BUILT,
      more: fact.said && `${fact.said.by ?? 'Somebody'}, ${britishDate(fact.said.setAt)}`,
    }),
  },
  { head: 'Where', speaks: true, cell: (fact) => counted(modulesOf(fact), 'module') },
];

/** `3 facts`; undefined when none is to be filled in. */
export function toFillIn(facts: readonly FactStanding[]): string | undefined {
  const missing = facts.filter(({ isToFillIn }) => isToFillIn).length;
  return missing > 0 ? `${counted(missing, 'fact')} ${missing === 1 ? 'is' : 'are'}` : undefined;
}

/** What fits the filter. */
export function matching(facts: readonly FactStanding[], { q, said }: FactsFilter): FactStanding[] {
  const wanted = q.toLowerCase();
  return facts.filter(
    (fact) =>
      (said === '' || (said === 'here') === isSaid(fact)) &&
      [fact.label, fact.key, fact.reads, ...fact.places.map(({ title }) => title)].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  );
}

/** Each sentence that says it, as learners read it with these words, module by module. */
export function placesView(
  { key, places, others }: FactStanding & { others: ReadonlyMap<string, string> },
  words: string,
) {
  const said = (other: string) => {
    const text = other === key ? words : others.get(other);
    return text === undefined ? undefined : asPrinted(text);
  };
  const modules = [...new Set(places.map(({ courseId }) => courseId))].map((id) =>
    places.filter(({ courseId }) => courseId === id),
  );
  return modules.map((own) => ({
    title: own[0]!.title,
    lines: own.map(({ screen, line }: FactPlace) => ({
      screen,
      pieces: piecesOf(line, said).map((piece) => ({ text: piece.text, isIt: piece.key === key })),
    })),
  }));
}

export const historyView = (history: readonly SaidFact[]) =>
  history.map(({ id, words, by, setAt }, at) => ({
    id,
    words: words === null ? undefined : asPrinted(words),
    who: `${by ?? 'Somebody'}, ${britishTimeAndDate(setAt)}`,
    isNow: at === 0,
  }));

/** How the field asks for it. */
export const HINTS: Record<FactStanding['kind'], string> = {
  text: 'It stands in the middle of a sentence: see below. Text only, up to 600 characters.',
  number: 'A whole number, like 81',
  phone: 'A telephone number, like 01632 960 041',
  email: 'An email address, like name@council.gov.uk',
  url: 'A web address that begins with https://',
  date: 'A date, like 4 May 2027',
};
