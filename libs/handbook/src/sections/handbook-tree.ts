import type { Day } from '@induct/platform';
import type { HandbookEntryEntity } from './handbook-entry.entity';
import type { HandbookTextEntity } from './handbook-text.entity';

/** A text with the place it belongs to. */
export type PlacedText = Omit<HandbookTextEntity, never> &
  Pick<HandbookEntryEntity, 'slug' | 'kind' | 'parentId'> & {
    /** Since when it is said; null: it waits for the next edition. */
    since: Date | null;
  };

/** What one reader is shown at one moment: to everybody, and to one district. */
export interface HandbookTree {
  chapters: Chapter[];
}
export interface Chapter {
  text: PlacedText;
  sections: Section[];
}
export interface Section {
  text: PlacedText;
  /** What it says to the reader's district. */
  own: PlacedText | undefined;
  questions: PlacedText[];
}

/**
 * Orders texts as they are read. What is withdrawn, or stands in what is withdrawn, is left out, as are questions whose last
 * day is past.
 * @param texts of each entry, and of each of its districts, at most one
 */
export function handbookTree(texts: readonly PlacedText[], today: Day): HandbookTree {
  const shown = texts.filter(({ isWithdrawn, until }) => !isWithdrawn && (until === null || until >= today));
  const general = shown.filter(({ district }) => district === null).toSorted(byPosition);
  const within = (parent: PlacedText | null) =>
    general.filter(({ parentId }) => parentId === (parent?.entryId ?? null));
  return {
    chapters: within(null).map((chapter) => ({
      text: chapter,
      sections: within(chapter).map((section) => ({
        text: section,
        own: shown.find(
          ({ district, entryId, body }) => district !== null && entryId === section.entryId && body !== '',
        ),
        questions: within(section),
      })),
    })),
  };
}

const byPosition = (one: PlacedText, other: PlacedText): number =>
  one.position! - other.position! || (one.entryId < other.entryId ? -1 : 1);

/** A section with its chapter, and those before and after it. */
export function sectionAt({ chapters }: HandbookTree, slug: string) {
  const all = chapters.flatMap(({ text: chapter, sections }) => sections.map((section) => ({ chapter, section })));
  const at = all.findIndex(({ section }) => section.text.slug === slug);
  return at < 0 ? undefined : { ...all[at]!, before: all[at - 1]?.section, after: all[at + 1]?.section };
}
