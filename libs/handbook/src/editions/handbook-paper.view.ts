import { type Language, readerDate, said, w } from '@induct/platform';
import type { PrintedHeading } from '@induct/printing';
import Handlebars from 'handlebars';
import type { HandbookTree, PlacedText } from '../sections/handbook-tree';
import { handbookHtml } from '../sections/markdown';
import type { PublishedEdition } from './editions.service';

/** What its template may print: strings, lists of them, and markup of ours (`printed`). */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'council office title edition editionTitle district date qr qrSays changes address contentsTitle',
    'contents contents.level contents.title contents.language contents.page',
    'rows rows.chapter rows.section rows.own rows.asked rows.question rows.body rows.look rows.until',
    'rows.titleLanguage rows.bodyLanguage',
  ].flatMap((names) => names.split(' ')),
);

/** A printed copy: an edition, and for which district. */
export interface PaperFacts {
  edition: PublishedEdition;
  district: string | null;
  language: Language;
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
  { edition, district, language, tree }: PaperFacts,
  about: { council: string; address: string; qr: string },
  headings: readonly PrintedHeading[],
) {
  const chapters = tree.chapters.filter(({ sections }) => sections.length > 0);
  const listed = chapters.flatMap(({ text, sections }) => [
    { level: 'first', ...titled(text, language) },
    ...sections.map((section) => ({ level: 'second', ...titled(section.text, language) })),
  ]);
  // The cover's own title is the first of them.
  const pages = headings.slice(1);
  return {
    ...about,
    office: said('Democratic Services'),
    title: said('Members handbook'),
    edition: w`Edition ${edition.number}`,
    editionTitle: edition.title,
    district: district ?? '',
    date: readerDate(edition.publishedAt),
    qrSays: said('QR code that opens the page with what has changed since'),
    contentsTitle: said('Contents'),
    changes: said(
      'Is your copy still right? Scan this, or open the address below: it shows what has changed since, word by word.',
    ),
    contents: listed.map((line, at) => ({ ...line, page: pages[at] ? String(pages[at].page) : '0' })),
    rows: chapters.flatMap(({ text, sections }) => [
      rowOf({ chapter: titled(text, language).title, ...printed(text, language) }),
      ...sections.flatMap(({ text: section, own, questions }) => [
        rowOf({ section: titled(section, language).title, ...printed(section, language) }),
        ...(own ? [rowOf({ own: w`In ${district ?? ''}`, ...printed(own, language), look: 'ours' })] : []),
        ...questions.map((question, at) =>
          rowOf({
            asked: at === 0 ? said('Questions asked at present') : '',
            question: titled(question, language).title,
            ...printed(question, language),
            until: question.until === null ? '' : w`Until ${readerDate(question.until)}`,
          }),
        ),
      ]),
    ]),
  };
}

const NOTHING = {
  chapter: '',
  section: '',
  own: '',
  asked: '',
  question: '',
  body: '',
  look: '',
  until: '',
  titleLanguage: '',
  bodyLanguage: '',
} as const;
const rowOf = (row: Partial<Record<keyof typeof NOTHING, string | Handlebars.SafeString>>) => ({ ...NOTHING, ...row });

/** What a text is called: in English where nobody has written it in Welsh, and said to be so. */
const titled = ({ title, titleCy }: PlacedText, language: Language) =>
  language === 'cy' && titleCy ? { title: titleCy, language: 'cy' } : { title: title!, language: 'en' };

/**
 * The text and its languages. Its markup is what `handbookHtml` made: it is safe, and printed as it is. Its headings are no headings
 * of the contents.
 */
function printed(text: PlacedText, language: Language) {
  const isWelsh = language === 'cy' && Boolean(text.bodyCy);
  const body = isWelsh ? text.bodyCy! : text.body;
  return {
    body: body === '' ? '' : new Handlebars.SafeString(handbookHtml(body, { top: 4, isPaper: true })),
    titleLanguage: titled(text, language).language,
    bodyLanguage: isWelsh ? 'cy' : 'en',
  };
}
