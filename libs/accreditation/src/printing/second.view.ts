import { type ReadFacts } from '../certificate/certificate-facts';
import { FACT_WORDS, type Language } from '../certificate/fact-words';
import { saidFacts } from '../certificate/said-facts';
import { SHIPPED } from '../templates/shipped-words';
import type { Template, TemplateWords } from '../certificate/template';
import { density, type Fit, nameSize } from './certificate.view';
import { filledPieces, filledText, placesOf } from './filled-words';

const OF_A_LANGUAGE =
  'lang council councilLang office heading certify shown learningLabel learning awardedLabel awardedOn validLabel validUntil numberLabel check';
/** What the second design may print. Names that end in 2 are those of the second language, of a certificate in both. */
export const SECOND_PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'both single holder nameSize density frame arms mark markAlt learningTime seal sealAlt number verifyAddress qr qrAlt',
    OF_A_LANGUAGE,
    OF_A_LANGUAGE.replace(/\w+/g, '$&2'),
    'statement statement.text statement.name statement.lang statement2 statement2.text statement2.name statement2.lang',
    'modules modules.title modules.lang modules.wordsLang modules.on modules.result modules.title2 modules.lang2 modules.on2 modules.result2',
    'modules.both',
    'lines lines.text lines.lang lines.text2 lines.lang2 lines.both',
    'signatories signatories.name signatories.office signatories.officeLang signatories.office2 signatories.both',
    'signatories.signature signatories.signatureAlt signatories.lang2',
  ].flatMap((names) => names.split(' ')),
);

/** Images as data: URIs. */
export interface SecondPictures {
  seal: string;
  qr: string;
  mark?: string | undefined;
  /** In the order of the signatories; empty: a line to sign on. */
  signatures: readonly string[];
}

/** BCP 47 of the parts of a document. */
const LANGUAGE_TAGS: Record<Language, string> = { en: 'en-GB', cy: 'cy' };

/** Welsh stands first where both are. */
export const languagesOf = ({ layout }: Template): Language[] =>
  layout.languages === 'both' ? ['cy', 'en'] : [layout.languages];

/** A language's words: the council's own, or those that are shipped. */
export const wordsOf = ({ words }: Template, language: Language): TemplateWords => words[language] ?? SHIPPED[language];

/** @param verifyPage address of the public page, without the number */
export function secondView(
  facts: ReadFacts,
  template: Template,
  pictures: SecondPictures,
  verifyPage: string,
  fit: Fit,
) {
  const { layout } = template;
  const [language, second] = languagesOf(template) as [Language, Language | undefined];
  const first = inOne(facts, template, language);
  const other = inOne(facts, template, second ?? language);
  const both = second !== undefined;
  const withMark = layout.arms !== 'none' && pictures.mark !== undefined;
  return {
    ...first.texts,
    ...Object.fromEntries(Object.entries(other.texts).map(([name, value]) => [`${name}2`, value])),
    ...fit,
    both,
    single: !both,
    holder: first.said.holder,
    number: facts.number,
    frame: layout.frame,
    arms: withMark ? layout.arms : 'none',
    mark: withMark ? pictures.mark! : '',
    markAlt: (language === 'cy' && facts.mark?.altCy) || (facts.mark?.alt ?? ''),
    learningTime: layout.learningTime,
    seal: layout.seal ? pictures.seal : '',
    sealAlt: FACT_WORDS[language].seal,
    verifyAddress: verifyPage.replace(/^https?:\/\//, ''),
    qr: pictures.qr,
    qrAlt: FACT_WORDS[language].qr(facts.number),
    modules: first.said.requirements.map(({ title, on, result }, at) => {
      const also = other.said.requirements[at]!;
      return {
        both,
        title: title.text,
        lang: title.lang ?? LANGUAGE_TAGS[language],
        wordsLang: LANGUAGE_TAGS[language],
        on,
        result,
        title2: also.title.text,
        lang2: LANGUAGE_TAGS.en,
        on2: also.on,
        result2: also.result,
      };
    }),
    lines: linesOf(first.lines, both ? other.lines : [], LANGUAGE_TAGS[language]),
    signatories: first.said.signatories.map(({ name, office }, at) => {
      const also = other.said.signatories[at]!.office;
      return {
        name,
        office: office.text,
        officeLang: office.lang ?? LANGUAGE_TAGS[language],
        office2: also.text,
        lang2: LANGUAGE_TAGS.en,
        // What is not translated is not said twice.
        both: both && office.lang === undefined,
        signature: pictures.signatures[at] ?? '',
        signatureAlt: FACT_WORDS[language].signatureOf(name),
      };
    }),
  };
}

/** What has room almost always; it is measured where it is printed. */
export function usualSecondFit(facts: ReadFacts, template: Template): Fit {
  const [language, second] = languagesOf(template) as [Language, Language | undefined];
  const titles = saidFacts(facts, language).requirements.map(({ title }) => title.text);
  return { nameSize: nameSize(facts.holder), density: second ? densityOfBoth(facts, titles) : density(titles) };
}

/** Beside its day and result a title has room for about 44 letters a line, in the smallest sizes, where it runs on, for 100. */
function densityOfBoth({ requirements }: ReadFacts, titles: readonly string[]): Fit['density'] {
  const lines = requirements.reduce(
    (sum, { title }, at) => sum + Math.ceil(Math.max(title.length, titles[at]!.length) / 44),
    0,
  );
  if (lines <= 5) return 'few';
  if (lines <= 8) return 'some';
  return lines <= 16 ? 'many' : 'crowd';
}

/** All that is said in one language. */
function inOne(facts: ReadFacts, template: Template, language: Language) {
  const words = wordsOf(template, language);
  const said = saidFacts(facts, language);
  const places = placesOf(said, facts.number);
  const text = (name: Exclude<keyof TemplateWords, 'lines'>) => filledText(words[name], places);
  return {
    said,
    lines: words.lines.map((line) => filledText(line, places)),
    texts: {
      lang: LANGUAGE_TAGS[language],
      council: said.council.text,
      councilLang: said.council.lang ?? LANGUAGE_TAGS[language],
      office: text('office'),
      heading: text('heading'),
      certify: text('certify'),
      statement: filledPieces(facts.issuedByHand ? words.statementByHand : words.statement, places),
      shown: text(facts.issuedByHand ? 'shownByHand' : 'shown'),
      learningLabel: text('learning'),
      learning: said.learning,
      awardedLabel: text('awarded'),
      awardedOn: said.awardedOn,
      validLabel: text('validUntil'),
      validUntil: said.valid,
      numberLabel: text('number'),
      check: text('check'),
    },
  };
}

/** The further lines of two languages side by side; one may have fewer than the other. */
function linesOf(first: readonly string[], second: readonly string[], lang: string) {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, at) => ({
    text: first[at] ?? '',
    lang,
    text2: second[at] ?? '',
    lang2: LANGUAGE_TAGS.en,
    both: second.length > 0,
  }));
}
