import { withoutBidiControls } from '@induct/platform';
import { type CertificateFacts, readFacts, type ReadFacts } from './certificate-facts';
import { FACT_WORDS, type Language } from './fact-words';

/** The facts in the very words that the paper and the verification page use, of one language. */
export interface PrintedFacts {
  council: string;
  holder: string;
  scheme: string;
  edition: string;
  /** What was asked for, each with the day, and how it was met or with what result. */
  modules: { title: string; completedOn: string; result: string }[];
  learning: string;
  awardedOn: string;
  validUntil: string;
  number: string;
  signatories: { name: string; office: string }[];
}

/** In English; what is in no other language is in English in Welsh too: see {@link isWelsh}. */
export function printedFacts(facts: CertificateFacts, language: Language = 'en'): PrintedFacts {
  const words = FACT_WORDS[language];
  const read = inLanguage(readFacts(facts), language);
  return {
    council: asPrinted(read.council),
    holder: asPrinted(read.holder),
    scheme: asPrinted(read.scheme),
    // Said of the edition wherever it stands: on the verification page, in the letter.
    edition: read.issuedByHand ? `${read.edition}, ${words.byHand}` : read.edition,
    modules: read.requirements.map(({ title, on, how = 'module', score, place }) => ({
      title: asPrinted(place === undefined ? title : `${title} (${place})`),
      completedOn: words.date(on),
      result: score === undefined ? words.result[how] : `${Math.round(score)}%`,
    })),
    learning: read.issuedByHand ? words.notRecorded : words.time(read.learningSeconds),
    awardedOn: words.date(read.awardedOn),
    validUntil: read.validUntil === null ? words.noEnd : words.date(read.validUntil),
    number: read.number,
    signatories: read.signatories.map(({ name, office }) => ({ name: asPrinted(name), office: asPrinted(office) })),
  };
}

/** The same in Welsh, of a certificate that is in Welsh or in both. */
export const welshFacts = (facts: CertificateFacts): PrintedFacts | undefined =>
  readFacts(facts).languages === 'en' ? undefined : printedFacts(facts, 'cy');

/** Scheme, council, titles and offices in a language: where there is no Welsh, the English. */
function inLanguage(read: ReadFacts, language: Language) {
  const cy = language === 'cy';
  return {
    ...read,
    council: (cy && read.councilCy) || read.council,
    scheme: (cy && read.schemeCy) || read.scheme,
    edition: (cy && read.edition.cy) || read.edition.en,
    requirements: read.requirements.map((one) => ({ ...one, title: (cy && one.titleCy) || one.title })),
    signatories: read.signatories.map((one) => ({ ...one, office: (cy && one.officeCy) || one.office })),
  };
}

/** In the place of a last day. */
export const NO_END = FACT_WORDS.en.noEnd;

/** The last day of a certificate, as it is printed; of one without an end, that it has none. */
export const lastDayWords = (validUntil: string | null): string =>
  validUntil === null ? NO_END : FACT_WORDS.en.date(validUntil);

/** Names and titles without what is not to be seen and turns round what stands beside it; letters with their marks as one. */
export const asPrinted = (text: string) => withoutBidiControls(text).normalize('NFC');
