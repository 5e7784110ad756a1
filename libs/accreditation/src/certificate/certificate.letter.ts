import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Letter, letterTemplate } from '@induct/letters';
import { type Language, projectRoot, readersLanguage } from '@induct/platform';
import type { CertificateFacts } from './certificate-facts';
import { printedFacts } from './printed-facts';

/** What the letter's words may name. */
const DECLARED = 'name scheme edition council number awardedOn validUntil learning certificatesPage verifyPage'.split(
  ' ',
);

/** Its words in each language: officers may edit both. */
const FILES: Record<Language, { file: string; dear: string }> = {
  en: { file: 'certificate-ready.txt', dear: 'Dear' },
  cy: { file: 'certificate-ready.cy.txt', dear: 'Annwyl' },
};

const templates = new Map<Language, ReturnType<typeof letterTemplate>>();

function templateIn(language: Language): ReturnType<typeof letterTemplate> {
  const read = templates.get(language);
  if (read) return read;
  const { file, dear } = FILES[language];
  const template = letterTemplate(readFileSync(join(projectRoot, 'content/letters', file), 'utf8'), DECLARED, dear);
  templates.set(language, template);
  return template;
}

/**
 * The letter that tells the holder, in words that officers may edit, in the language of whoever reads it. Where it leads wants a
 * sign-in: it holds no secret.
 */
export function certificateLetter(facts: CertificateFacts, siteOrigin: string): Letter {
  const language = readersLanguage();
  const printed = printedFacts(facts, language);
  const { holder, scheme, edition, council, number, awardedOn, valid: validUntil, learning } = printed;
  return templateIn(language)({
    name: holder,
    scheme,
    edition,
    council,
    number,
    awardedOn,
    validUntil,
    learning,
    certificatesPage: `${siteOrigin}/certificates`,
    verifyPage: `${siteOrigin}/verify/${facts.number}`,
  });
}
