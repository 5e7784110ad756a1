import { type HandbookChange, handbookChanges, type HandbookTree, type PublishedEdition } from '@induct/handbook';
import { asTyped, readerDate, said, w } from '@induct/platform';
import type { FormProblems } from '../../forms/form-problems';
import { counted } from '../../words/counted';
import type { Tag } from '../../words/tag';
import { districtItems, HANDBOOK, type HandbookReader, readerHref } from './reader-district';

const TAGS: Record<HandbookChange['what'], Tag> = {
  new: { text: 'New', kind: 'done' },
  gone: { text: 'Taken out', kind: 'todo' },
  changed: { text: 'Changed', kind: 'going' },
};

/** Which copy a reader holds, and what is otherwise by now. */
export interface Compared {
  edition: PublishedEdition;
  before: HandbookTree;
  now: HandbookTree;
}

/** @param editions those that are out, the newest first @param compared undefined: which copy they hold is still to be said */
export function changesView(
  {
    editions,
    reader,
    compared,
  }: { editions: readonly PublishedEdition[]; reader: HandbookReader; compared: Compared | undefined },
  problems: FormProblems,
) {
  const held = compared?.edition;
  const changes = compared ? handbookChanges(compared.before, compared.now) : [];
  return {
    district: reader.district,
    districts: districtItems(reader),
    editions: editions.map(({ number, title, publishedAt }) => ({
      value: String(number),
      text: w`Edition ${number}, ${asTyped(title)}`,
      hint: { text: w`Published on ${readerDate(publishedAt)}` },
      checked: number === held?.number,
    })),
    isAsked: held !== undefined,
    held: held && {
      says: w`Edition ${held.number}, ${asTyped(held.title)}, published on ${readerDate(held.publishedAt)}`,
      isNewest: held.number === editions[0]?.number,
    },
    newest: editions[0] && w`Edition ${editions[0].number}, ${asTyped(editions[0].title)}`,
    contentsHref: readerHref(reader, HANDBOOK),
    says: changes.length === 0 ? undefined : w`${counted(changes.length, 'text')} changed since then.`,
    changes: changes.map(({ key, under, slug, title, what, on, parts }, at) => ({
      // Of several texts of a section the first has its name.
      id:
        slug !== undefined && changes.findIndex((one) => one.slug === slug) === at
          ? slug
          : `text-${key.replaceAll(/[^\w-]/g, '-')}`,
      under: under.join(' – '),
      title,
      tag: { ...TAGS[what], text: said(TAGS[what].text) },
      on: on && w`Since ${readerDate(on)}`,
      href: slug !== undefined && what !== 'gone' ? readerHref(reader, `${HANDBOOK}/${slug}`) : undefined,
      parts,
    })),
    ...problems,
  };
}
