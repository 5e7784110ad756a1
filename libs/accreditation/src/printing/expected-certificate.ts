import { withoutBidiControls } from '@induct/platform';
import type { ExpectedPdf } from '@induct/printing';
import { type CertificateFacts, readFacts, type ReadFacts } from '../certificate/certificate-facts';
import { saidFacts } from '../certificate/said-facts';
import type { Template } from '../certificate/template';
import { filledText, placesOf } from './filled-words';
import { languagesOf, wordsOf } from './second.view';

/** What the title of the document begins with: in the languages that it is in. */
export const titleOf = (facts: CertificateFacts, version?: Template | null): string =>
  version
    ? languagesOf(version)
        .map((language) => wordsOf(version, language).heading)
        .join(' · ')
    : 'Certificate of Accreditation';

/**
 * One page that says what it certifies, to the last letter: whose it is, what for, and its number; with a version of the
 * council's template, all of it in each of its languages.
 */
export function expectedCertificate(facts: CertificateFacts, version?: Template | null): ExpectedPdf {
  const read = readFacts(facts);
  const { language, holder, number, scheme, requirements, signatories } = read;
  const texts = [
    { about: 'the holder’s name', text: withoutBidiControls(holder) },
    { about: 'the number', text: number },
    { about: 'the name of the scheme', text: scheme },
    ...requirements.map(({ title }) => ({ about: `the title “${title}”`, text: withoutBidiControls(title) })),
    ...signatories.map(({ name }) => ({ about: 'the name of a signatory', text: withoutBidiControls(name) })),
  ];
  if (!version) return { language, title: titleOf(facts), texts, pages: 1 };
  return { language, title: titleOf(facts, version), texts: [texts[0]!, ...textsOf(read, version)], pages: 1 };
}

function textsOf(read: ReadFacts, version: Template) {
  return languagesOf(version).flatMap((language) => {
    const words = wordsOf(version, language);
    const said = saidFacts(read, language);
    const places = placesOf(said, read.number);
    const of = language === 'cy' ? 'the Welsh' : 'the English';
    const statement = read.issuedByHand ? words.statementByHand : words.statement;
    return [
      { about: 'the number', text: read.number },
      { about: `${of} statement`, text: filledText(statement, places) },
      ...[words.heading, words.office, words.certify, words.check, ...words.lines].map((text) => ({
        about: `${of} text “${text}”`,
        text: filledText(text, places),
      })),
      { about: `${of} days`, text: `${said.awardedOn} ${said.valid}` },
      { about: `${of} name of the council`, text: said.council.text },
      ...said.requirements.map(({ title, on, result }) => ({
        about: `the title “${title.text}”`,
        text: `${title.text} ${on} ${result}`,
      })),
      ...said.signatories.map(({ name, office }) => ({
        about: 'the name of a signatory',
        text: `${name} ${office.text}`,
      })),
    ];
  });
}
