import type { Day, Searchable } from '@induct/platform';
import { handbookTree, type PlacedText } from './handbook-tree';
import { handbookWords } from './markdown';

/** Of its entries among all that can be found. */
export const HANDBOOK_KIND = 'handbook';
const AUDIENCES = ['member', 'tester', 'champion', 'officer'] as const;

/**
 * What can be found of the handbook as it is read now: each section with the questions in it and the name of its chapter, in Welsh too where something of
 * it is written in Welsh; and by itself what it says to each district.
 * @param live to everybody and to every district
 */
export function handbookFindable(live: readonly PlacedText[], today: Day): Searchable[] {
  const general = live.filter(({ district }) => district === null);
  return handbookTree(general, today).chapters.flatMap(({ text: chapter, sections }) =>
    sections.flatMap(({ text: section, questions }) => {
      const told = live.filter(
        ({ district, entryId, isWithdrawn, body }) =>
          district !== null && entryId === section.entryId && !isWithdrawn && body !== '',
      );
      return [
        ...inLanguages(section, [section, ...questions, named(chapter, section)], {
          subject: section.entryId,
          district: null,
        }),
        ...told.flatMap((text) =>
          inLanguages(section, [text], { subject: `${section.entryId} ${text.district}`, district: text.district }),
        ),
      ];
    }),
  );
}

/**
 * Its name alone: people look for "expenses" where a chapter is called so and its sections speak of meals. In Welsh only where
 * the section is: the name of a chapter makes no Welsh text of an English one.
 */
const named = (chapter: PlacedText, { titleCy }: PlacedText): PlacedText => ({
  ...chapter,
  titleCy: titleCy === null ? null : chapter.titleCy,
  body: '',
  bodyCy: null,
  since: null,
});

function inLanguages(
  section: PlacedText,
  texts: readonly PlacedText[],
  { subject, district }: { subject: string; district: string | null },
): Searchable[] {
  const newest = texts.reduce((one, { since }) => (since && (!one || since > one) ? since : one), null as Date | null);
  const about = {
    kind: HANDBOOK_KIND,
    subject,
    audiences: AUDIENCES,
    district,
    path: `/handbook/${section.slug}`,
    ...(newest && { newAt: newest }),
  };
  const words = (said: (text: PlacedText) => (string | null)[]) =>
    texts
      .flatMap(said)
      .filter((part) => part !== null && part !== '')
      .join('\n');
  const titleOf = (text: PlacedText, title: string | null) => (text === section ? null : title);
  const english = words((text) => [titleOf(text, text.title), handbookWords(text.body)]);
  const welsh = words((text) => [titleOf(text, text.titleCy), text.bodyCy && handbookWords(text.bodyCy)]);
  return [
    { ...about, language: 'en', title: section.title!, body: english },
    ...(welsh || section.titleCy
      ? [
          {
            ...about,
            language: 'cy' as const,
            title: section.titleCy ?? section.title!,
            body: welsh,
            path: `${about.path}?language=cy`,
          },
        ]
      : []),
  ];
}
