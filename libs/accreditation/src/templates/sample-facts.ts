import type { Languages, SecondFacts } from '../certificate/certificate-facts';

const TITLES: readonly (readonly [en: string, cy: string])[] = [
  ['The code of conduct', 'Y cod ymddygiad'],
  [
    'Planning committee: the law of planning decisions and predetermination',
    'Pwyllgor cynllunio: y gyfraith ar benderfyniadau cynllunio a rhagfarnu',
  ],
  ['Data protection and freedom of information for councillors', 'Diogelu data a rhyddid gwybodaeth i gynghorwyr'],
  ['Equality, diversity and inclusion', 'Cydraddoldeb, amrywiaeth a chynhwysiant'],
  ['Chairing skills', 'Sgiliau cadeirio'],
  ['Safeguarding children and adults at risk of harm', 'Diogelu plant ac oedolion sy’n wynebu risg o niwed'],
  ['Social media and personal safety', 'Cyfryngau cymdeithasol a diogelwch personol'],
  ['Scrutiny: asking the questions that matter', 'Craffu: gofyn y cwestiynau sy’n bwysig'],
  ['Local government finance explained in forty minutes', 'Esbonio cyllid llywodraeth leol mewn deugain munud'],
  ['Corporate parenting', 'Rhianta corfforaethol'],
  ['Licensing and regulatory committee', 'Y pwyllgor trwyddedu a rheoleiddio'],
  ['Climate, carbon and the council', 'Yr hinsawdd, carbon a’r cyngor'],
];
const HOW = ['module', 'attendance', 'prior_learning', 'recording', 'outside_certificate'] as const;

/** A name of 80 letters, the longest that was tried, with every accent that Welsh has. */
const LONGEST_NAME = 'Gwenllïan Angharad Ŵŷn Llywelyn-Pryce ap Gruffydd o’r Bont-faen Fawr a Llandudno';

/** A certificate that nobody holds, for a preview: the longest name, and twelve requirements met in every way. */
export const sampleFacts = (languages: Languages, council: string): SecondFacts => ({
  version: 2,
  languages,
  council,
  holder: LONGEST_NAME,
  scheme: 'Core skills',
  schemeCy: 'Sgiliau craidd',
  edition: { number: 1, en: 'Edition 1', cy: 'Argraffiad 1' },
  requirements: TITLES.map(([title, titleCy], at) => ({
    title,
    titleCy,
    how: HOW[at % HOW.length]!,
    on: `2026-09-${String(at + 10)}`,
    ...(at % HOW.length === 0 && { score: 80 + at }),
  })),
  learningSeconds: 5 * 3600 + 25 * 60,
  awardedOn: '2026-11-22',
  validUntil: '2030-11-22',
  number: 'NMC-2026-77777-77777-2',
  signatories: [
    {
      name: 'Margaret Ellison',
      office: 'Chair, Member Development Steering Group',
      officeCy: 'Cadeirydd, Grŵp Llywio Datblygu Aelodau',
    },
    { name: 'David Okafor', office: 'Head of Democratic Services', officeCy: 'Pennaeth y Gwasanaethau Democrataidd' },
  ],
});
