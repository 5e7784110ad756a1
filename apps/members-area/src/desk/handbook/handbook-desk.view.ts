import {
  type EntryKind,
  handbookHtml,
  handbookWords,
  type HandbookTree,
  type PlacedText,
  wordDiff,
} from '@induct/handbook';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import type { Tag } from '../../words/tag';

export const DESK = '/admin/handbook';
export const entryHref = (slug: string): string => `${DESK}/${slug}`;
export const editHref = (slug: string, district: string | null): string =>
  `${entryHref(slug)}/edit${district === null ? '' : `?district=${encodeURIComponent(district)}`}`;

/** What may be put into an entry. */
export const HOLDS: Record<EntryKind, EntryKind | undefined> = {
  chapter: 'section',
  section: 'question',
  question: undefined,
};
export const KIND_NAMES: Record<EntryKind, string> = {
  chapter: 'Chapter',
  section: 'Section',
  question: 'Question',
};
const ADD_WORDS: Record<EntryKind, string> = {
  chapter: 'Add a chapter',
  section: 'Add a section',
  question: 'Add a question',
};

/** Whether members read a text, and which. */
export function stateOf({ isWithdrawn, since, until }: PlacedText, today: string): Tag | undefined {
  if (since === null)
    return { text: isWithdrawn ? 'Taken out with the next edition' : 'Waits for the next edition', kind: 'going' };
  if (isWithdrawn) return { text: 'Taken out', kind: 'todo' };
  if (until !== null && until < today) return { text: `Ended on ${britishDate(until)}`, kind: 'todo' };
  return undefined;
}

interface TreeRow {
  title: string;
  href: string;
  about: string | undefined;
  state: Tag | undefined;
  rows: TreeRow[];
}

/** Every entry in its place, also those that are taken out. */
export function treeRows(texts: readonly PlacedText[], today: string): TreeRow[] {
  const general = texts.filter(({ district }) => district === null);
  const within = (parent: string | null): TreeRow[] =>
    general
      .filter(({ parentId }) => parentId === parent)
      .toSorted((one, other) => one.position! - other.position!)
      .map((text) => {
        const told = texts.filter(
          ({ entryId, district, isWithdrawn }) => entryId === text.entryId && district !== null && !isWithdrawn,
        );
        const districts = told.map(({ district }) => district!).join(', ');
        return {
          title: text.title!,
          href: entryHref(text.slug),
          about: text.kind === 'question' ? untilWords(text) : districts && `With a text of its own for ${districts}`,
          state: stateOf(text, today),
          rows: within(text.entryId),
        };
      });
  return within(null);
}

/** Where an entry may stand, as a select has it: each place with what it stands in itself. */
export function placesView(texts: readonly PlacedText[], { kind, parentId }: PlacedText) {
  const within = kind === 'question' ? 'section' : 'chapter';
  const general = texts.filter(({ district }) => district === null);
  const titleOf = (id: string | null) => general.find(({ entryId }) => entryId === id)?.title;
  return general
    .filter((text) => text.kind === within && (!text.isWithdrawn || text.entryId === parentId))
    .map((text) => {
      const above = titleOf(text.parentId);
      return {
        value: text.slug,
        text: above ? `${above}: ${text.title}` : text.title!,
        selected: text.entryId === parentId,
      };
    })
    .toSorted((one, other) => one.text.localeCompare(other.text, 'en-GB'));
}

const untilWords = ({ until }: PlacedText): string | undefined =>
  until === null ? 'A question without a last day' : `A question until ${britishDate(until)}`;

/** How the history of one text is shown: everybody’s, or that of a district. */
export function historyView(
  versions: readonly PlacedText[],
  names: ReadonlyMap<string, string>,
  slug: string,
  newest: number,
) {
  return versions.map((text) => ({
    number: text.number,
    isNewest: text.number === newest,
    wrote: `Written by ${names.get(text.recordedBy) ?? 'somebody who has left'} at ${britishTimeAndDate(text.recordedAt)}`,
    read: text.isWithdrawn
      ? 'It takes the text out'
      : text.since
        ? `Members read it from ${britishTimeAndDate(text.since)} on`
        : 'Members do not read it before the next edition, if it is the newest then',
    title: text.title,
    html: text.body === '' ? undefined : handbookHtml(text.body, { top: 4 }),
    htmlCy: text.bodyCy ? handbookHtml(text.bodyCy, { top: 4 }) : undefined,
    again: `${editHref(slug, text.district)}${text.district === null ? '?' : '&'}from=${text.number}`,
  }));
}

/** What a form of a text is about. */
export interface TextFormAbout {
  kind: EntryKind;
  slug: string | undefined;
  /** What it is called now. */
  name: string | undefined;
  district: string | null;
  to: string;
  back: string;
  newest: PlacedText | undefined;
  names: ReadonlyMap<string, string>;
}

/**
 * The form of a text. When somebody else has saved since it was opened, both texts are on the page, and the next press
 * saves over theirs.
 */
export function textFormView(about: TextFormAbout, form: Fields, problems: FormProblems, preview = false) {
  const { newest, names, kind, district } = about;
  const number = newest?.number ?? 0;
  const isStale = form['seen'] !== undefined && Number(form['seen']) !== number;
  const typed = (name: string) => (typeof form[name] === 'string' ? form[name].replaceAll('\r\n', '\n').trim() : '');
  return {
    ...about,
    kindName: KIND_NAMES[kind],
    isQuestion: kind === 'question',
    isGeneral: district === null,
    addWords: ADD_WORDS[kind],
    seen: number,
    isWaiting: district === null && newest !== undefined && newest.since === null,
    theirs:
      isStale && newest
        ? {
            wrote: `${names.get(newest.recordedBy) ?? 'Somebody who has left'} saved this at ${britishTimeAndDate(newest.recordedAt)}`,
            title: newest.title,
            html: newest.body === '' ? undefined : handbookHtml(newest.body, { top: 3 }),
            source: newest.body,
            parts: wordDiff(handbookWords(newest.body), handbookWords(typed('body'))),
          }
        : undefined,
    preview: preview
      ? {
          title: typed('title') || about.name,
          html: typed('body') === '' ? undefined : handbookHtml(typed('body'), { top: 3 }),
          titleCy: typed('titleCy'),
          htmlCy: typed('bodyCy') === '' ? undefined : handbookHtml(typed('bodyCy'), { top: 3 }),
        }
      : undefined,
    form,
    ...problems,
  };
}

/** The whole draft on one page, as a member of a district would read it. */
export function previewView({ chapters }: HandbookTree, district: string | null, districts: readonly string[]) {
  const html = (text: PlacedText | undefined, top: 3 | 4) =>
    text && text.body !== '' ? handbookHtml(text.body, { top }) : undefined;
  return {
    district,
    districts: [
      { value: '', text: 'None: only what everybody is told', selected: district === null },
      ...districts.map((value) => ({ value, text: value, selected: value === district })),
    ],
    chapters: chapters.map(({ text, sections }) => ({
      title: text.title,
      html: html(text, 3),
      sections: sections.map((section) => ({
        title: section.text.title,
        href: entryHref(section.text.slug),
        isWaiting: section.text.since === null,
        html: html(section.text, 4),
        own: html(section.own, 4),
        questions: section.questions.map((question) => ({
          title: question.title,
          html: html(question, 4),
          until: question.until && `Until ${britishDate(question.until)}`,
        })),
      })),
    })),
  };
}
