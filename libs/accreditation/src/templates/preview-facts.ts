import type { Languages, SecondFacts, Signatory } from '../certificate/certificate-facts';
import { sampleFacts } from './sample-facts';
import type { Sample } from './samples';

/** What a preview shares with the council's certificates. */
interface OfTheCouncil {
  council: string;
  councilCy?: string;
  mark?: NonNullable<SecondFacts['mark']>;
  signatories: readonly Signatory[];
  number: string;
}

/** What a preview certifies: of nobody, with the council's own name and signatories. */
export function previewFacts(sample: Sample, languages: Languages, own: OfTheCouncil): SecondFacts {
  const longest = { ...sampleFacts(languages, own.council), ...own, signatories: [...own.signatories] };
  if (sample === 'longest') return longest;
  const usual = { ...longest, holder: 'Siân Rees-Pritchard', requirements: longest.requirements.slice(0, 4) };
  if (sample === 'usual') return usual;
  const shown = {
    title: 'The county’s induction course of three days with its test, attended before this council took up Induct',
    titleCy: 'Cwrs sefydlu tri diwrnod y sir gyda’i brawf, a fynychwyd cyn i’r cyngor hwn ddechrau defnyddio Induct',
    how: 'by_hand' as const,
    on: usual.awardedOn,
  };
  return { ...usual, requirements: [shown], learningSeconds: 0, issuedByHand: true };
}
