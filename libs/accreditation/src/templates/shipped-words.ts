import type { TemplateWords } from '../certificate/template';

/**
 * The words that a council begins with. The Welsh is ours: the council has it checked by somebody who speaks Welsh
 * before it approves a template, and may change all of it. No word of it changes the beginning of a name that is
 * filled in.
 */
export const SHIPPED: { en: TemplateWords; cy: TemplateWords } = {
  en: {
    office: 'Member Development Steering Group',
    heading: 'Certificate of Accreditation',
    certify: 'This is to certify that',
    statement: 'has met every requirement of the accreditation scheme {scheme}, {edition}',
    statementByHand:
      'has been awarded this certificate under the accreditation scheme {scheme}, {edition}, issued by hand by decision of two officers',
    shown: 'Requirements met',
    shownByHand: 'What was shown',
    learning: 'Learning time',
    awarded: 'Date of award',
    validUntil: 'Valid until',
    number: 'Certificate number',
    check: 'Scan the code to check it, or enter the number at',
    lines: [],
  },
  cy: {
    office: 'Grŵp Llywio Datblygu Aelodau',
    heading: 'Tystysgrif Achredu',
    certify: 'Tystir drwy hyn fod',
    statement: 'wedi bodloni pob gofyniad yn y cynllun achredu {scheme}, {edition}',
    statementByHand:
      'wedi cael y dystysgrif hon o dan y cynllun achredu {scheme}, {edition}, a ddyroddwyd â llaw drwy benderfyniad dau swyddog',
    shown: 'Gofynion a fodlonwyd',
    shownByHand: 'Yr hyn a ddangoswyd',
    learning: 'Amser dysgu',
    awarded: 'Dyddiad dyfarnu',
    validUntil: 'Yn ddilys tan',
    number: 'Rhif y dystysgrif',
    check: 'I’w gwirio, sganiwch y cod neu rhowch y rhif yma:',
    lines: [],
  },
};

interface ReadyLine {
  name: string;
  en: string;
  cy: string;
}

/** Texts that the form offers for the further lines, in both languages. */
export const READY_LINES: readonly [ReadyLine, ...ReadyLine[]] = [
  {
    name: 'It is not the statutory certificate for planning (England)',
    en: 'This is the council’s own certificate; it is not a certificate of completion under section 319ZZA of the Town and Country Planning Act 1990.',
    cy: 'Tystysgrif y cyngor ei hun yw hon; nid yw’n dystysgrif gwblhau o dan adran 319ZZA o Ddeddf Cynllunio Gwlad a Thref 1990.',
  },
];
