import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Letter, letterTemplate } from '@induct/letters';
import { projectRoot } from '@induct/platform';
import type { CertificateFacts } from './certificate-facts';
import { printedFacts } from './printed-facts';

/** What the letter's words may name. */
const DECLARED = 'name scheme edition council number awardedOn validUntil learning certificatesPage verifyPage'.split(
  ' ',
);

let template: ReturnType<typeof letterTemplate> | undefined;

/** The letter that tells the holder, in words that officers may edit. Where it leads wants a sign-in: it holds no secret. */
export function certificateLetter(facts: CertificateFacts, siteOrigin: string): Letter {
  template ??= letterTemplate(
    readFileSync(join(projectRoot, 'content/letters/certificate-ready.txt'), 'utf8'),
    DECLARED,
  );
  const { holder, scheme, edition, council, number, awardedOn, valid: validUntil, learning } = printedFacts(facts);
  return template({
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
