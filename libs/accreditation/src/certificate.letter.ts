import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';
import Handlebars from 'handlebars';
import type { CertificateFacts } from './certificate-facts';
import { printedFacts } from './printed-facts';

type Render = (values: object) => string;
let templates: { text: Render; html: Render } | undefined;

/** The letter that tells the holder, as plain text and as HTML. Where it leads wants a sign-in: the letter holds no secret. */
export function certificateLetter(facts: CertificateFacts, siteOrigin: string) {
  templates ??= {
    text: compile('certificate-ready.txt.hbs', true),
    html: compile('certificate-ready.html.hbs', false),
  };
  const values = {
    ...printedFacts(facts),
    certificatesPage: `${siteOrigin}/certificates`,
    verifyPage: `${siteOrigin}/verify/${facts.number}`,
  };
  return {
    subject: `Your certificate of accreditation: ${facts.scheme}`,
    text: templates.text(values),
    html: templates.html(values),
  };
}

function compile(file: string, plainText: boolean): Render {
  return Handlebars.create().compile(readFileSync(join(projectRoot, 'content/emails', file), 'utf8'), {
    strict: true,
    knownHelpers: { if: true, each: true },
    knownHelpersOnly: true,
    noEscape: plainText,
  });
}
