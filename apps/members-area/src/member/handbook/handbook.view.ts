import {
  handbookHtml,
  type HandbookTree,
  type PlacedText,
  type PublishedEdition,
  type Section,
  sectionAt,
} from '@induct/handbook';
import { asTyped, type Language, readerDate, w } from '@induct/platform';
import { districtItems, HANDBOOK, type HandbookReader, readerHref } from './reader-district';

/** Whether what is shown is said since the edition came out. */
const isNew = ({ since }: PlacedText, edition: PublishedEdition | undefined): boolean =>
  since !== null && edition !== undefined && since > edition.publishedAt;

/** When a section was last changed since an edition; undefined: it says the same. */
function changedSince({ text, own, questions }: Section, edition: PublishedEdition | undefined): Date | undefined {
  const changed = [text, ...(own ? [own] : []), ...questions].filter((one) => isNew(one, edition));
  return changed.map(({ since }) => since!).toSorted((one, other) => +other - +one)[0];
}

const editionWords = ({ number, title, publishedAt }: PublishedEdition): string =>
  w`Edition ${number}, ${asTyped(title)}, published on ${readerDate(publishedAt)}`;

/** The contents: what is said to the reader's district first, then chapter by chapter. */
export function contentsView(
  tree: HandbookTree,
  edition: PublishedEdition | undefined,
  reader: HandbookReader,
  { printed, language }: { printed: readonly Language[]; language: Language },
) {
  const chapters = tree.chapters.filter(({ sections }) => sections.length > 0);
  const row = (section: Section) => {
    const changed = changedSince(section, edition);
    return {
      ...titleOf(section.text, language),
      href: readerHref(reader, `${HANDBOOK}/${section.text.slug}`),
      changed: changed && w`Changed on ${readerDate(changed)}`,
      questions: section.questions.length,
      saysOwn: section.own !== undefined,
    };
  };
  const pdfIn = (one: Language) =>
    edition && printed.includes(one)
      ? readerHref(reader, `${HANDBOOK}/editions/${edition.number}.pdf`, one === language ? {} : { language: one })
      : undefined;
  return {
    district: reader.district,
    districts: districtItems(reader),
    edition: edition && editionWords(edition),
    changesHref: edition && readerHref(reader, `${HANDBOOK}/changes`, { edition: String(edition.number) }),
    pdf: pdfIn(language),
    welshPdf: language === 'cy' ? undefined : pdfIn('cy'),
    englishPdf: language === 'en' ? undefined : pdfIn('en'),
    own: chapters.flatMap(({ sections }) => sections.filter(({ own }) => own !== undefined)).map(row),
    chapters: chapters.map(({ text, sections }) => ({
      ...inLanguage(text, language, 3),
      sections: sections.map(row),
    })),
  };
}

/**
 * A section as it is read now. Undefined: there is none of that address.
 * @param about `language`: in which it is read, where there is something in it; `site`: what the reader has chosen for everything
 */
export function sectionView(
  tree: HandbookTree,
  slug: string,
  {
    edition,
    reader,
    language,
    site,
  }: { edition: PublishedEdition | undefined; reader: HandbookReader; language: Language; site: Language },
) {
  const found = sectionAt(tree, slug);
  if (!found) return undefined;
  const { chapter, section, before, after } = found;
  const inWords = (text: PlacedText, top: 2 | 3 | 4) => inLanguage(text, language, top);
  const href = (to: string, more?: Record<string, string>) => readerHref(reader, `${HANDBOOK}/${to}`, more);
  const changed = changedSince(section, edition);
  const all = [section.text, ...(section.own ? [section.own] : []), ...section.questions];
  const hasWelsh = all.some(({ titleCy, bodyCy }) => titleCy || bodyCy);
  const beside = (one: Section | undefined) => one && { href: href(one.text.slug), label: titleOf(one.text, language) };
  return {
    slug,
    chapter: inWords(chapter, 2),
    section: inWords(section.text, 2),
    district: reader.district,
    isOther: reader.district !== reader.own,
    own: section.own && inWords(section.own, 3),
    questions: section.questions.map((question) => ({
      ...inWords(question, 4),
      slug: question.slug,
      until: question.until && w`Until ${readerDate(question.until)}`,
    })),
    changed: changed && edition && w`Changed since edition ${edition.number}, on ${readerDate(changed)}.`,
    changesHref: edition && `${href('changes', { edition: String(edition.number) })}#${slug}`,
    inWelsh: hasWelsh && language === 'en' ? href(slug, site === 'cy' ? {} : { language: 'cy' }) : undefined,
    inEnglish: hasWelsh && language === 'cy' ? href(slug, site === 'en' ? {} : { language: 'en' }) : undefined,
    pages: before || after ? { previous: beside(before), next: beside(after) } : undefined,
  };
}

/** A text in the language that was asked for, or in English where nobody has written it in Welsh. */
function inLanguage(text: PlacedText, language: Language, top: 2 | 3 | 4) {
  const bodyLang = language === 'cy' && text.bodyCy ? 'cy' : 'en';
  const written = bodyLang === 'cy' ? text.bodyCy! : text.body;
  return {
    ...titleOf(text, language),
    html: written === '' ? undefined : handbookHtml(written, { top }),
    bodyLang,
  };
}

const titleOf = ({ title, titleCy }: PlacedText, language: Language) =>
  language === 'cy' && titleCy ? { title: titleCy, titleLang: 'cy' } : { title, titleLang: 'en' };
