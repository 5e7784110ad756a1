import { withoutBidiControls } from '@induct/platform';
import { type CertificateFacts, readFacts, type ReadFacts, validFrom } from './certificate-facts';
import { FACT_WORDS, type FactWords, type Language } from './fact-words';

/** A text as a document in a language has it; `lang` when it is in another one, because there is no translation. */
export interface Said {
  text: string;
  lang?: 'en-GB';
}

/** Facts in a language, each with whether it is in that language. */
export interface SaidFacts {
  council: Said;
  holder: string;
  scheme: Said;
  edition: Said;
  requirements: { title: Said; on: string; result: string }[];
  learning: string;
  awardedOn: string;
  validUntil: string;
  /** From when, where that is not the day of award. */
  validFrom?: string;
  /** The last day as it is printed: with the day it is counted from, where that is not the day of award. */
  valid: string;
  signatories: { name: string; office: Said }[];
  /** Of one that two officers issued by hand: that they did. */
  byHand?: string;
}

export function saidFacts(read: ReadFacts, language: Language): SaidFacts {
  const words = FACT_WORDS[language];
  const said = (en: string, cy: string | undefined): Said => {
    if (language === 'en') return { text: asPrinted(en) };
    return cy ? { text: asPrinted(cy) } : { text: asPrinted(en), lang: 'en-GB' };
  };
  return {
    council: said(read.council, read.councilCy),
    holder: asPrinted(read.holder),
    scheme: said(read.scheme, read.schemeCy),
    edition: said(read.edition.en, read.edition.cy),
    requirements: read.requirements.map(({ title, titleCy, on, how = 'module', score, place }) => {
      const at = (text: string) => (place === undefined ? text : `${text} (${place})`);
      return {
        title: said(at(title), titleCy && at(titleCy)),
        on: words.date(on),
        result: score === undefined ? words.result[how] : `${Math.round(score)}%`,
      };
    }),
    learning: isTimeKnown(read) ? words.time(read.learningSeconds) : words.notRecorded,
    awardedOn: words.date(read.awardedOn),
    ...saidValidity(read, words),
    signatories: read.signatories.map(({ name, office, officeCy }) => ({
      name: asPrinted(name),
      office: said(office, officeCy),
    })),
    ...(read.issuedByHand && { byHand: words.byHand }),
  };
}

/** Modules record how long somebody learnt, and sessions are as long as they were planned: of what was shown in another way nothing is claimed. */
const isTimeKnown = ({ issuedByHand, learningSeconds, requirements }: ReadFacts): boolean =>
  !issuedByHand && (learningSeconds > 0 || requirements.some(({ how = 'module' }) => how === 'module'));

/** Until when it is valid, and since when. */
export function saidValidity(
  read: Pick<ReadFacts, 'issuedByHand' | 'awardedOn' | 'validUntil' | 'requirements'>,
  words: FactWords,
): Pick<SaidFacts, 'validUntil' | 'validFrom' | 'valid'> {
  const from = validFrom(read);
  const validUntil = read.validUntil === null ? words.noEnd : words.date(read.validUntil);
  if (from === read.awardedOn) return { validUntil, valid: validUntil };
  const since = words.date(from);
  return {
    validUntil,
    validFrom: since,
    valid: read.validUntil === null ? validUntil : words.countedFrom(validUntil, since),
  };
}

/** What a certificate says in Welsh; undefined of one that is in English only. */
export function welshFacts(facts: CertificateFacts): SaidFacts | undefined {
  const read = readFacts(facts);
  return read.languages === 'en' ? undefined : saidFacts(read, 'cy');
}

/** `Cynllunio, Argraffiad 1`: what a certificate is of, each part with its language. */
export const calledBy = ({ scheme, edition, byHand }: SaidFacts): Said[] => [
  scheme,
  edition,
  ...(byHand ? [{ text: byHand }] : []),
];

/** Names and titles without what is not to be seen and turns round what stands beside it; letters with their marks as one. */
const asPrinted = (text: string) => withoutBidiControls(text).normalize('NFC');
