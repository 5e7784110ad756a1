import { type CertificateFacts, readFacts } from './certificate-facts';
import { FACT_WORDS, type Language } from './fact-words';
import { saidFacts, saidValidity } from './said-facts';

/** The facts in the very words that the paper and the verification page use, of one language. */
export interface PrintedFacts {
  council: string;
  holder: string;
  scheme: string;
  edition: string;
  /** Above them. */
  shown: string;
  /** What was asked for, each with the day, and how it was met or with what result. */
  modules: { title: string; completedOn: string; result: string }[];
  learning: string;
  awardedOn: string;
  validUntil: string;
  /** From when, where that is not the day of award. */
  validFrom?: string;
  /** The last day as it is printed: with the day it is counted from, where that is not the day of award. */
  valid: string;
  number: string;
  signatories: { name: string; office: string }[];
}

/** What has no Welsh is in English in Welsh too: see SaidFacts, which marks it. */
export function printedFacts(facts: CertificateFacts, language: Language = 'en'): PrintedFacts {
  const read = readFacts(facts);
  const { council, scheme, edition, requirements, signatories, byHand, ...said } = saidFacts(read, language);
  return {
    ...said,
    council: council.text,
    scheme: scheme.text,
    // Said of the edition wherever it stands: on the first design, the verification page, in the letter.
    edition: byHand ? `${edition.text}, ${byHand}` : edition.text,
    shown: shownWords(facts, language),
    modules: requirements.map(({ title, on, result }) => ({ title: title.text, completedOn: on, result })),
    number: read.number,
    signatories: signatories.map(({ name, office }) => ({ name, office: office.text })),
  };
}

/** As the first design has it, which knows no other way; else by how it came about. */
function shownWords(facts: CertificateFacts, language: Language): string {
  if (!('version' in facts)) return 'Modules completed';
  return facts.issuedByHand ? FACT_WORDS[language].shown : FACT_WORDS[language].met;
}

/** What the pages of its holder and of officers say of its last day. */
export const validWords = (facts: CertificateFacts): string => saidValidity(readFacts(facts), FACT_WORDS.en).valid;

/** In the place of a last day. */
export const NO_END = FACT_WORDS.en.noEnd;

/** The last day of a certificate, as it is printed; of one without an end, that it has none. */
export const lastDayWords = (validUntil: string | null): string =>
  validUntil === null ? NO_END : FACT_WORDS.en.date(validUntil);
