import type { StepRule } from './first-weeks';
import type { StepText } from './step-text';

/** A step that comes with Induct. */
export type UsualStep = StepText & { usual: string };

const NO_DAY = { anchor: null, otherAnchor: null, count: null, unit: null, isFirstCounted: null, closed: null };
const NO_FORM = { formTitle: null, formTitleCy: null, formUrl: null };
const PLAIN = { ...NO_DAY, ...NO_FORM, law: null, atOnceBecause: null };
const rule = (given: Omit<StepRule, 'otherAnchor'> & Partial<StepRule>): StepRule => ({ otherAnchor: null, ...given });

/**
 * What whoever stands in England meets, and by when (the acts as they stood in November 2026; read before a council shows
 * it: those with a law are confirmed by a second person). The Welsh has not been read by a translator.
 */
export const USUAL_STEPS: readonly UsualStep[] = [
  {
    ...PLAIN,
    usual: 'may-stand',
    stage: 'before',
    position: 10,
    title: 'See whether you may stand',
    titleCy: 'Gweld a gewch chi sefyll',
    about:
      'You are 18 or older, and registered to vote here or have lived, worked or owned property here for the past twelve months. Some jobs, debts and convictions stand in the way: read the guidance before you ask people to sign for you.',
    aboutCy:
      'Rydych yn 18 oed neu’n hŷn, ac wedi’ch cofrestru i bleidleisio yma, neu wedi byw, gweithio neu fod yn berchen ar eiddo yma am y deuddeg mis diwethaf. Mae rhai swyddi, dyledion ac euogfarnau yn rhwystr: darllenwch y canllawiau cyn gofyn i bobl lofnodi drosoch.',
    law: 'Local Government Act 1972, sections 79 and 80',
    formTitle: 'Guidance for candidates and agents (Electoral Commission)',
    formTitleCy: 'Canllawiau i ymgeiswyr ac asiantiaid (Comisiwn Etholiadol)',
    formUrl: 'https://www.electoralcommission.org.uk/guidance-candidates-and-agents-local-government-elections-england',
  },
  {
    ...PLAIN,
    usual: 'nomination',
    stage: 'before',
    position: 20,
    title: 'Hand in your nomination papers',
    titleCy: 'Cyflwyno’ch papurau enwebu',
    about:
      'By hand, before nominations close. Come some days earlier and have them looked through: what is wrong can then be put right.',
    aboutCy:
      'Â llaw, cyn i’r enwebiadau gau. Dewch rai dyddiau’n gynt i rywun edrych drostynt: gellir cywiro unrhyw beth sydd o’i le wedyn.',
  },
  {
    ...PLAIN,
    usual: 'agent',
    stage: 'standing',
    position: 10,
    title: 'Name an election agent, or be your own',
    titleCy: 'Enwi asiant etholiad, neu weithredu drosoch eich hun',
    about: 'The agent answers for what is spent, and sends in the return. If you name nobody, it is you.',
    aboutCy: 'Yr asiant sy’n atebol am yr hyn a werir, ac yn anfon y ffurflen. Os na enwch neb, chi yw’r asiant.',
    law: 'Representation of the People Act 1983, section 67',
  },
  {
    ...PLAIN,
    usual: 'receipts',
    stage: 'standing',
    position: 20,
    title: 'Keep every bill and receipt',
    titleCy: 'Cadw pob bil a derbynneb',
    about: 'What you spend is limited and returned after the poll, also when nothing was spent.',
    aboutCy: 'Mae terfyn ar eich gwariant, a rhaid rhoi cyfrif amdano ar ôl y bleidlais, hyd yn oed os na wariwyd dim.',
  },
  {
    ...PLAIN,
    usual: 'keep-free',
    stage: 'standing',
    position: 30,
    title: 'Keep the induction days free',
    titleCy: 'Cadw’r dyddiau sefydlu’n rhydd',
    about: 'Whoever is elected is expected at them, and the first come soon after the poll.',
    aboutCy: 'Disgwylir i bwy bynnag a etholir fod yno, a daw’r rhai cyntaf yn fuan ar ôl y bleidlais.',
    formTitle: 'The published programmes',
    formTitleCy: 'Y rhaglenni a gyhoeddwyd',
    formUrl: '/programmes',
  },
  {
    ...PLAIN,
    ...rule({ anchor: 'office', count: 0, unit: 'days', isFirstCounted: false, closed: 'stay' }),
    usual: 'in-office',
    stage: 'first_day',
    position: 10,
    title: 'You come into office',
    titleCy: 'Dod i’ch swydd',
    about:
      'On the fourth day after the poll, or the next day that is neither a Sunday nor a bank holiday. After a by-election we tell you the day.',
    aboutCy:
      'Ar y pedwerydd dydd ar ôl y bleidlais, neu’r dydd nesaf nad yw’n ddydd Sul nac yn ŵyl banc. Ar ôl isetholiad byddwn yn dweud wrthych pa ddydd.',
    law: 'Local Government Act 1972, sections 7 and 243',
  },
  {
    ...PLAIN,
    ...rule({ anchor: 'poll', count: 2, unit: 'months', isFirstCounted: false, closed: 'stay' }),
    usual: 'acceptance',
    stage: 'first_day',
    position: 20,
    title: 'Sign your declaration of acceptance of office',
    titleCy: 'Llofnodi’ch datganiad derbyn swydd',
    about:
      'You act as a member only once you have signed it and handed it in. If it has not arrived within two months of the election, your seat is vacant. Sign it at the count or on your first day.',
    aboutCy:
      'Cewch weithredu fel aelod dim ond ar ôl ei lofnodi a’i gyflwyno. Os na fydd wedi cyrraedd cyn pen dau fis ar ôl yr etholiad, bydd eich sedd yn wag. Llofnodwch ef yn y cyfrif neu ar eich diwrnod cyntaf.',
    law: 'Local Government Act 1972, section 83',
    formTitle: 'Section 83 (legislation.gov.uk)',
    formTitleCy: 'Adran 83 (legislation.gov.uk)',
    formUrl: 'https://www.legislation.gov.uk/ukpga/1972/70/section/83',
  },
  {
    ...PLAIN,
    usual: 'equipment',
    stage: 'first_day',
    position: 30,
    title: 'Collect your pass and your equipment',
    titleCy: 'Casglu’ch pàs a’ch offer',
    about: 'Bring something with your photograph on it. You can sign in to the Members Area from then on.',
    aboutCy: 'Dewch â rhywbeth â’ch llun arno. Cewch fewngofnodi i Ardal yr Aelodau o hynny ymlaen.',
  },
  {
    ...PLAIN,
    usual: 'allowance',
    stage: 'first_week',
    position: 10,
    title: 'Tell us where your allowance goes',
    titleCy: 'Dweud wrthym i ble mae’ch lwfans yn mynd',
    about: 'Your bank details and your National Insurance number: the first payment is made at the end of the month.',
    aboutCy: 'Eich manylion banc a’ch rhif Yswiriant Gwladol: gwneir y taliad cyntaf ar ddiwedd y mis.',
  },
  {
    ...PLAIN,
    usual: 'book',
    stage: 'first_week',
    position: 20,
    title: 'Book your places at the induction',
    titleCy: 'Archebu’ch lleoedd ar gyfer y sefydlu',
    about: 'Rooms take about twenty people. Most sessions are held more than once.',
    aboutCy: 'Mae lle i ryw ugain o bobl ym mhob ystafell. Cynhelir y rhan fwyaf o’r sesiynau fwy nag unwaith.',
    formTitle: 'The programme (you have to sign in)',
    formTitleCy: 'Y rhaglen (rhaid mewngofnodi)',
    formUrl: '/programme',
  },
  {
    ...PLAIN,
    ...rule({ anchor: 'poll', otherAnchor: 'office', count: 28, unit: 'days', isFirstCounted: true, closed: 'stay' }),
    usual: 'interests',
    stage: 'first_month',
    position: 10,
    title: 'Register your interests',
    titleCy: 'Cofrestru’ch buddiannau',
    about:
      'Yours and your partner’s: work, land, contracts with the council. 28 days beginning with the day you become a member; some count from the poll, and the earlier day is safe. Not doing it in time can be an offence.',
    aboutCy:
      'Eich rhai chi a’ch partner: gwaith, tir, contractau â’r cyngor. 28 diwrnod gan ddechrau â’r dydd y dewch yn aelod; mae rhai’n cyfrif o ddydd y bleidlais, ac mae’r dydd cynharaf yn ddiogel. Gall peidio â gwneud hyn mewn pryd fod yn drosedd.',
    law: 'Localism Act 2011, section 30',
    formTitle: 'Section 30 (legislation.gov.uk)',
    formTitleCy: 'Adran 30 (legislation.gov.uk)',
    formUrl: 'https://www.legislation.gov.uk/ukpga/2011/20/section/30',
  },
  {
    ...PLAIN,
    ...rule({ anchor: 'declared', count: 35, unit: 'days', isFirstCounted: false, closed: 'weekends' }),
    usual: 'expenses',
    stage: 'first_month',
    position: 20,
    title: 'Have your election expenses returned',
    titleCy: 'Cyflwyno’ch treuliau etholiad',
    about:
      'By your election agent, within 35 days after the result was declared: also if you were not elected, and if nothing was spent.',
    aboutCy:
      'Gan eich asiant etholiad, cyn pen 35 diwrnod ar ôl datgan y canlyniad: hefyd os na chawsoch eich ethol, ac os na wariwyd dim.',
    law: 'Representation of the People Act 1983, sections 81 and 119',
    formTitle: 'Section 81 (legislation.gov.uk)',
    formTitleCy: 'Adran 81 (legislation.gov.uk)',
    formUrl: 'https://www.legislation.gov.uk/ukpga/1983/2/section/81',
  },
];
