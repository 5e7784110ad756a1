import type { Languages, SecondFacts } from '../certificate/certificate-facts';
import { sampleFacts } from './sample-facts';
import type { Sample } from './samples';

/** What a preview shares with the council's certificates. */
type OfTheCouncil = Pick<SecondFacts, 'council' | 'councilCy' | 'signatories' | 'mark' | 'number'>;

const NAME = 'Gwenllïan Angharad Ŵŷn Llywelyn-Pryce ap Gruffydd o’r Bont-faen Fawr a Llandudno yr Ynys Fawr Werdd M';
const SCHEME = 'Planning, licensing and regulatory committees of the county';
const SCHEME_CY = 'Pwyllgorau cynllunio, trwyddedu a rheoleiddio’r sir a’r cylch';
/** As many as a title may have. */
const TITLE = 120;
const long = (title: string, more: string) => `${title} ${more.repeat(3)}`.slice(0, TITLE).trim();

/** Everything as long as it may be that certificates are issued with: what fits here fits there. */
const lengthened = (facts: SecondFacts): SecondFacts => ({
  ...facts,
  holder: NAME,
  scheme: SCHEME,
  schemeCy: SCHEME_CY,
  requirements: facts.requirements.map((one) => ({
    ...one,
    title: long(one.title, 'and what follows from it for members of the committees of this council, with cases, '),
    ...(one.titleCy && {
      titleCy: long(one.titleCy, 'a’r hyn sy’n dilyn i aelodau pwyllgorau’r cyngor hwn, gydag enghreifftiau, '),
    }),
  })),
});

/** What a preview certifies: of nobody, with the council's own name and signatories. */
export function previewFacts(sample: Sample, languages: Languages, own: OfTheCouncil): SecondFacts {
  const sampled = { ...sampleFacts(languages, own.council), ...own };
  if (sample === 'longest') return lengthened(sampled);
  const usual = { ...sampled, holder: 'Siân Rees-Pritchard', requirements: sampled.requirements.slice(0, 4) };
  if (sample === 'usual') return usual;
  const shown = {
    title: 'The county’s induction course of three days with its test, attended before this council took up Induct',
    titleCy: 'Cwrs sefydlu tri diwrnod y sir gyda’i brawf, a fynychwyd cyn i’r cyngor hwn ddechrau defnyddio Induct',
    how: 'by_hand' as const,
    on: usual.awardedOn,
  };
  return { ...usual, requirements: [shown], learningSeconds: 0, issuedByHand: true };
}
