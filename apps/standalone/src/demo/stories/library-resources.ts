import type { Audience, Language, ResourceKind, Topic } from '@induct/handbook';

/** Something in the demo council's library. */
export interface DemoResource {
  kind: ResourceKind;
  title: string;
  about: string;
  topic: Topic;
  audience?: Audience;
  language?: Language;
  owner: string;
  /** When it was put there. */
  daysAgo: number;
  /** Until it is looked at again; below nought it is overdue. */
  reviewInDays?: number;
  url?: string;
  body?: string;
  transcript?: string;
  isCaptioned?: true;
  /** Made of these paragraphs, in these formats; the first that everybody can use. */
  files?: { formats: readonly ('html' | 'docx' | 'pdf')[]; paragraphs: readonly string[] };
  isDraft?: true;
  withdrawnBecause?: string;
  /** Its address has not answered for so many days. */
  failsSinceDays?: number;
}

const MONITORING = 'Monitoring officer';
const DEMOCRATIC = 'Democratic Services';
const ICT = 'ICT service desk';

export const LIBRARY: readonly DemoResource[] = [
  {
    kind: 'document',
    title: 'Who is who: officers you will meet first',
    about: 'Names, pictures and telephone numbers of the officers whom new members need in their first weeks.',
    topic: 'starting',
    owner: DEMOCRATIC,
    daysAgo: 190,
    files: {
      formats: ['html', 'docx', 'pdf'],
      paragraphs: [
        'The chief executive leads the paid service and answers to the whole council.',
        'The monitoring officer advises on conduct and on what the law lets the council do.',
        'Democratic Services arranges meetings, looks after your induction and answers most questions.',
      ],
    },
  },
  {
    kind: 'how_to',
    title: 'Your first meeting, from the papers to the vote',
    about: 'What to do in the week before a meeting, on the day, and afterwards.',
    topic: 'starting',
    owner: DEMOCRATIC,
    daysAgo: 12,
    body: 'Five clear days before: the agenda is published. Read it, and mark what you want to ask.\nTell Democratic Services of an interest before the meeting, not in it.\nOn the day: come ten minutes early. Your name is at your place.\nWait until the chair calls you, and speak to the chair.\nWhen it comes to the vote, raise your hand until it has been counted.',
  },
  {
    kind: 'document',
    title: 'Code of conduct for members',
    about: 'What every member of Northmoor Council has promised, and what happens when somebody complains.',
    topic: 'conduct',
    audience: 'public',
    owner: MONITORING,
    daysAgo: 170,
    reviewInDays: -12,
    files: {
      formats: ['html', 'pdf'],
      paragraphs: [
        'Treat others with respect. Do not bully or harass anybody. Do not bring the council into disrepute.',
        'Register your interests within 28 days, and keep the register up to date.',
      ],
    },
  },
  {
    kind: 'document',
    title: 'Gifts and hospitality: when to accept, when to register',
    about: 'One page, with examples from other councils.',
    topic: 'conduct',
    owner: MONITORING,
    daysAgo: 160,
    reviewInDays: 40,
    files: { formats: ['pdf'], paragraphs: ['Anything worth more than the threshold is registered within 28 days.'] },
  },
  {
    kind: 'link',
    title: 'Calendar of meetings, agendas and minutes',
    about: 'Every meeting of the council with its papers, and recordings of those that were broadcast.',
    topic: 'meetings',
    audience: 'public',
    owner: DEMOCRATIC,
    daysAgo: 180,
    url: 'https://meetings.northmoor.example/calendar',
  },
  {
    kind: 'film',
    title: 'Voting with your tablet',
    about: 'How to vote in a meeting with the council’s tablet: twelve seconds, without sound.',
    topic: 'meetings',
    owner: DEMOCRATIC,
    daysAgo: 20,
    transcript:
      'There is no sound. White letters on a dark green ground say: Voting with your tablet.\nOne: open the meeting. Tap the item that is being decided.\nTwo: tap your vote: for, against, or abstain.\nThree: wait for the tick. Until then you can change your vote.',
  },
  {
    kind: 'document',
    title: 'Sitting on the planning committee: predetermination and bias',
    about: 'What you may say before a decision, and what would keep you from taking part in it.',
    topic: 'planning',
    owner: MONITORING,
    daysAgo: 140,
    files: {
      formats: ['docx', 'pdf'],
      paragraphs: [
        'You may have a view before the meeting. You must be ready to change it when you have heard it all.',
      ],
    },
  },
  {
    kind: 'how_to',
    title: 'Help a resident who is about to lose their home',
    about: 'Whom to ring first, what to ask, and what you may not promise.',
    topic: 'residents',
    owner: 'Housing options team',
    daysAgo: 95,
    reviewInDays: 55,
    body: 'Ask whether they sleep somewhere safe tonight. If not, ring the duty line at once: 01632 960 120.\nAsk for the letter that they were sent, and for its date.\nAsk whether you may pass on what they told you, and to whom.\nWrite to the housing options team on the same day.\nPromise an answer, not an outcome.',
  },
  {
    kind: 'document',
    title: 'Members’ allowances and what you can claim',
    about: 'The scheme of allowances with this year’s amounts, mileage, and care while you are at meetings.',
    topic: 'money',
    audience: 'public',
    owner: 'Payroll',
    daysAgo: 60,
    files: {
      formats: ['html', 'docx'],
      paragraphs: ['Claims are made within three months.', 'Care for children and others you look after is paid.'],
    },
  },
  {
    kind: 'link',
    title: 'How to read your pay slip and P60',
    about: 'What each line means. The pay slips themselves are under “Websites you need” below.',
    topic: 'money',
    owner: 'Payroll',
    daysAgo: 200,
    url: 'https://pay.northmoor.example/help/pay-slips',
    failsSinceDays: 6,
  },
  {
    kind: 'how_to',
    title: 'Set up your council tablet',
    about: 'From the box to your first email, in about twenty minutes.',
    topic: 'ict',
    owner: ICT,
    daysAgo: 185,
    body: 'Charge it for an hour. The cable is in the lid of the box.\nTurn it on, and choose your language and your wireless network at home.\nType the address and the code from the letter in the box.\nChoose a PIN that you use nowhere else.\nWait while it fetches your email. It can take ten minutes.',
  },
  {
    kind: 'how_to',
    title: 'Gosod eich tabled',
    about: 'O’r blwch i’ch e-bost cyntaf, mewn tuag ugain munud.',
    topic: 'ict',
    language: 'cy',
    owner: ICT,
    daysAgo: 185,
    body: 'Gwefrwch y tabled am awr.\nTrowch y tabled ymlaen, a dewiswch eich iaith a’ch rhwydwaith gartref.\nTeipiwch y cyfeiriad a’r cod o’r llythyr yn y blwch.',
  },
  {
    kind: 'film',
    title: 'Try the sound of your tablet',
    about:
      'A cartoon of ten minutes, to try before a remote meeting whether your tablet plays sound and fills the screen.',
    topic: 'ict',
    owner: ICT,
    daysAgo: 45,
    url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
    isCaptioned: true,
    transcript:
      'Big Buck Bunny, by the Blender Foundation (Creative Commons, attribution). Nobody speaks: there is music, birdsong and laughter.\nA large rabbit wakes in a meadow. Three rodents tease him and break what he likes. He sets traps for them, and in the end flies one of them like a kite.',
  },
  {
    kind: 'document',
    title: 'Safe at surgeries and on the doorstep',
    about: 'How to plan a visit, what to do when somebody threatens you, and who comes when you press the alarm.',
    topic: 'safety',
    owner: 'Health and safety',
    daysAgo: 75,
    files: {
      formats: ['html', 'pdf'],
      paragraphs: ['Tell somebody where you are and when you will be back.', 'Leave when you feel that you should.'],
    },
  },
  {
    kind: 'document',
    title: 'Your residents’ data: what you may keep, and for how long',
    about: 'You are a controller of your own casework. What that means in practice.',
    topic: 'information',
    owner: 'Data protection officer',
    daysAgo: 110,
    files: {
      formats: ['docx', 'pdf'],
      paragraphs: ['Keep what you need for the case, and delete it when the case is closed.'],
    },
  },
  {
    kind: 'document',
    title: 'A councillor’s week: five diaries',
    about:
      'Five members wrote down what they did in one week: with a job, with children, retired, as a carer, as a leader.',
    topic: 'election',
    audience: 'public',
    owner: DEMOCRATIC,
    daysAgo: 130,
    files: {
      formats: ['html', 'docx', 'pdf'],
      paragraphs: [
        'Monday: two hours of reading on the bus. In the evening a meeting of the school’s governors.',
        'Thursday: committee from two to five. Four emails from one street about the same street light.',
      ],
    },
  },
  {
    kind: 'document',
    title: 'Spending at an election: a guide for candidates and agents',
    about: 'What counts as an expense, the limits, and what has to be returned by when.',
    topic: 'election',
    audience: 'public',
    owner: 'Elections office',
    daysAgo: 125,
    files: { formats: ['pdf'], paragraphs: ['Every candidate has an agent, or is their own.'] },
  },
  {
    kind: 'document',
    title: 'Notes for officers: replying to a complaint about a member',
    about: 'Who answers, in what time, and the standard letters.',
    topic: 'conduct',
    audience: 'officers',
    owner: MONITORING,
    daysAgo: 50,
    files: { formats: ['docx'], paragraphs: ['Acknowledge within two working days.'] },
  },
  {
    kind: 'document',
    title: 'Members’ parking, 2024',
    about: 'Where to park at County Hall.',
    topic: 'starting',
    owner: DEMOCRATIC,
    daysAgo: 400,
    files: { formats: ['pdf'], paragraphs: ['Level two, with your badge.'] },
    withdrawnBecause: 'The car park was closed. Ask Democratic Services for a place at the station.',
  },
  {
    kind: 'film',
    title: 'How the council spends its money',
    about: 'The leader of the council explains the budget in six minutes.',
    topic: 'money',
    owner: 'Communications',
    daysAgo: 3,
    url: 'https://www.youtube.com/watch?v=northmoor01',
    isDraft: true,
  },
];
