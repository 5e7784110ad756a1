import { britishDate } from '@induct/platform';
import type { PrintedHeading } from '@induct/printing';
import Handlebars from 'handlebars';
import type { HandbookTree, PlacedText } from '../sections/handbook-tree';
import { handbookHtml } from '../sections/markdown';
import type { PublishedEdition } from './editions.service';

/** What its template may print: strings, lists of them, and markup of ours (`printed`). */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'council edition district date qr qrSays changes address',
    'contents contents.level contents.title contents.page',
    'rows rows.chapter rows.section rows.own rows.asked rows.question rows.body rows.look rows.until',
  ].flatMap((names) => names.split(' ')),
);

/** A printed copy: an edition, and for which district. */
export interface PaperFacts {
  edition: PublishedEdition;
  district: string | null;
  tree: HandbookTree;
}

/** Where the cover leads: to what has changed since. */
export const changesAddress = (
  origin: string,
  { edition, district }: Pick<PaperFacts, 'edition' | 'district'>,
): string =>
  `${origin}/handbook/changes?${new URLSearchParams({ edition: String(edition.number), ...(district !== null && { district }) }).toString()}`;

/** @param headings of the first print; none while it is not printed */
export function paperView(
  { edition, district, tree }: PaperFacts,
  about: { council: string; address: string; qr: string },
  headings: readonly PrintedHeading[],
) {
  const chapters = tree.chapters.filter(({ sections }) => sections.length > 0);
  const listed = chapters.flatMap(({ text, sections }) => [
    { level: 'first', title: text.title! },
    ...sections.map((section) => ({ level: 'second', title: section.text.title! })),
  ]);
  // The cover's own title is the first of them.
  const pages = headings.slice(1);
  return {
    ...about,
    edition: `Edition ${edition.number}, ${edition.title}`,
    district: district ?? '',
    date: britishDate(edition.publishedAt),
    qrSays: 'QR code that opens the page with what has changed since',
    changes:
      'Is your copy still right? Scan this, or open the address below: it shows what has changed since, word by word.',
    contents: listed.map((line, at) => ({ ...line, page: pages[at] ? String(pages[at].page) : '0' })),
    rows: chapters.flatMap(({ text, sections }) => [
      rowOf({ chapter: text.title!, body: printed(text) }),
      ...sections.flatMap(({ text: section, own, questions }) => [
        rowOf({ section: section.title!, body: printed(section) }),
        ...(own ? [rowOf({ own: `In ${district}`, body: printed(own), look: 'ours' })] : []),
        ...questions.map((question, at) =>
          rowOf({
            asked: at === 0 ? 'Questions asked at present' : '',
            question: question.title!,
            body: printed(question),
            until: question.until === null ? '' : `Until ${britishDate(question.until)}`,
          }),
        ),
      ]),
    ]),
  };
}

const NOTHING = { chapter: '', section: '', own: '', asked: '', question: '', body: '', look: '', until: '' } as const;
const rowOf = (row: Partial<Record<keyof typeof NOTHING, string | Handlebars.SafeString>>) => ({ ...NOTHING, ...row });

/** Markup that `handbookHtml` made: it is safe, and printed as it is. Its headings are no headings of the contents. */
const printed = ({ body }: PlacedText): Handlebars.SafeString | '' =>
  body === '' ? '' : new Handlebars.SafeString(handbookHtml(body, { top: 4, isPaper: true }));
