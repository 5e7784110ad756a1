import { type DescribedEvent, type PlannedPool, type SessionState, slotsOf } from '@induct/events';
import type { ProgrammeDay } from './programme-days';

const SERIES = 'Speaking so that people listen';

/** A scheme that asks for a module, and for workshops behind it, in their order. */
export const PATH = {
  name: 'Commissioning',
  slug: 'commissioning',
  /** Of events. */
  workshops: ['deciding-what-to-commission', 'holding-a-contract-to-account', 'seeing-a-service-get-better'],
} as const;

export interface SessionStory {
  /** Null: its date is to be confirmed. */
  on: ProgrammeDay | null;
  state: SessionState;
  /** From and to, and the topics shown: one or two stretches of the day. */
  parts?: readonly (readonly [from: string, to: string, topics: readonly string[]])[];
  place?: string;
  online?: true;
  pools?: readonly PlannedPool[];
}

export interface EventStory extends Partial<Omit<DescribedEvent, 'bodyId'>> {
  title: string;
  about: string;
  /** The body it is for, by its name. */
  on?: string;
  sessions: readonly SessionStory[];
}

const places = (member: number, officer = 0): PlannedPool[] => [
  { seat: 'room', audience: 'member', places: member, opensToAllOn: null },
  ...(officer > 0
    ? [{ seat: 'room' as const, audience: 'officer' as const, places: officer, opensToAllOn: null }]
    : []),
];
const [CHAMBER, ROOM] = ['Council chamber, County Hall', 'Committee room 2, County Hall'];
/** What it counts for, the path says. */
const HALF_DAY = [['09:30', '12:30', []]] as const;
const CONDUCT = [['09:30', '12:30', ['the-code-of-conduct']]] as const;

/** One after the other, each for one member. */
const talks = (on: ProgrammeDay, state: SessionState, from: string, to: string): SessionStory[] =>
  slotsOf({ from, to, minutes: 20, breaks: [{ from: '10:50', to: '11:10' }] }).map((talk) => ({
    on,
    state,
    parts: [[talk.from, talk.to, []]],
    place: 'The monitoring officer’s room, County Hall',
    pools: places(1),
  }));

/** Told in the order in which they take place; topics are what the shipped modules are about. */
export const PROGRAMME_STORIES: readonly EventStory[] = [
  {
    title: 'Welcome to the council',
    kind: 'event',
    about: 'Who is who, where things are, and what a councillor’s first weeks ask for.',
    mandatory: true,
    facilitator: 'Democratic Services',
    officers: 'The chief executive and the directors',
    sessions: [
      {
        on: 'welcome',
        state: 'delivered',
        place: CHAMBER,
        parts: [
          ['09:30', '12:30', ['your-role-as-a-councillor']],
          ['13:30', '15:30', []],
        ],
      },
    ],
  },
  {
    title: 'A morning on the code of conduct',
    slug: 'code-of-conduct-morning',
    about: 'Interests, gifts and respect, with cases from other councils.',
    mandatory: true,
    format: 'A talk, then cases in small groups',
    facilitator: 'The monitoring officer',
    bring: 'Your entry in the register of interests',
    sessionsPromised: 3,
    outcomes: ['Say which interests you have to register', 'Decide when to leave the room'],
    sessions: [
      { on: 'conduct', state: 'delivered', place: CHAMBER, parts: CONDUCT },
      { on: 'conductAgain', state: 'confirmed', place: ROOM, parts: CONDUCT, pools: places(20, 2) },
      { on: 'conductOnceMore', state: 'confirmed', place: ROOM, parts: CONDUCT, pools: places(20, 2) },
    ],
  },
  {
    title: 'How decisions are made',
    kind: 'briefing',
    about: 'From a report to a vote: the constitution in one evening.',
    facilitator: 'The head of legal services',
    sessions: [
      {
        on: 'deciding',
        state: 'delivered',
        place: CHAMBER,
        online: true,
        parts: [['17:30', '19:30', ['how-the-council-decides']]],
      },
    ],
  },
  {
    title: 'Members and officers',
    about: 'Who asks whom for what, and how far advice goes.',
    sessions: [
      {
        on: 'officers',
        state: 'delivered',
        place: ROOM,
        parts: [['10:00', '12:00', ['member-and-officer-relations']]],
      },
    ],
  },
  {
    title: 'Where the money comes from, and where it goes',
    kind: 'briefing',
    about: 'The budget before it is set.',
    facilitator: 'The director of resources',
    sessions: [
      {
        on: 'money',
        state: 'delivered',
        place: CHAMBER,
        online: true,
        parts: [['14:00', '16:00', ['local-government-finance']]],
      },
    ],
  },
  {
    title: 'Surgeries, and your own safety',
    about: 'Seeing residents alone, at home and online.',
    sessions: [
      {
        on: 'safety',
        state: 'delivered',
        place: ROOM,
        parts: [['13:30', '16:30', ['dealing-with-constituents-issues-and-personal-safety']]],
      },
    ],
  },
  {
    title: 'Speaking in the chamber',
    kind: 'workshop',
    about: 'Three minutes, one point, no notes.',
    series: SERIES,
    seriesOrder: 1,
    facilitator: 'A voice coach',
    outcomes: ['Make one point in three minutes', 'Speak without reading out'],
    sessions: [{ on: 'speaking', state: 'delivered', place: CHAMBER, parts: [['09:30', '13:00', []]] }],
  },
  {
    title: 'Answering questions',
    kind: 'workshop',
    about: 'The hard question, the hostile one, and the one you cannot answer.',
    series: SERIES,
    seriesOrder: 2,
    facilitator: 'A voice coach',
    outcomes: ['Say what you do not know', 'Come back to your point'],
    sessions: [
      { on: 'answering', state: 'confirmed', place: CHAMBER, parts: [['09:30', '13:00', []]], pools: places(8) },
    ],
  },
  {
    title: 'Who may see what',
    kind: 'briefing',
    about: 'Personal data, freedom of information and your own papers.',
    sessions: [
      {
        on: 'information',
        state: 'delivered',
        place: 'Online',
        online: true,
        parts: [['12:30', '13:30', ['information-governance-and-resilience']]],
      },
    ],
  },
  {
    title: 'A parent to every child in care',
    about: 'What a corporate parent asks, hears and decides. Young people in care speak first.',
    mandatory: true,
    facilitator: 'The director of children’s services',
    sessions: [
      {
        on: 'parent',
        state: 'confirmed',
        place: ROOM,
        parts: [['10:00', '12:30', ['the-councillor-as-a-corporate-parent']]],
        pools: [...places(20, 5), { seat: 'room', audience: 'partner', places: 3, opensToAllOn: null }],
      },
    ],
  },
  {
    title: 'Scrutiny that changes something',
    about: 'Choosing a topic, asking in turn, and recommendations that are carried out.',
    sessions: [
      {
        on: 'scrutiny',
        state: 'confirmed',
        place: ROOM,
        parts: [['14:00', '16:30', ['scrutiny-and-asking-good-questions']]],
      },
      {
        on: 'scrutinyAgain',
        state: 'provisional',
        place: ROOM,
        parts: [['14:00', '16:30', ['scrutiny-and-asking-good-questions']]],
      },
    ],
  },
  {
    title: 'In the chair',
    kind: 'workshop',
    about: 'Order, fairness and finishing on time.',
    sessions: [
      {
        on: 'chairing',
        state: 'confirmed',
        place: ROOM,
        online: true,
        parts: [['10:00', '12:00', ['chairing-a-meeting']]],
        pools: [...places(15), { seat: 'online', audience: 'any', places: 40, opensToAllOn: null }],
      },
    ],
  },
  {
    title: 'Deciding what to commission',
    kind: 'workshop',
    about: 'From what residents need to what is bought: a case, three offers, one decision.',
    series: PATH.name,
    seriesOrder: 1,
    format: 'One case in small groups',
    facilitator: 'The head of commissioning',
    outcomes: ['Say what a service is for before asking who runs it', 'Compare offers by more than their price'],
    sessions: [{ on: 'commissioning', state: 'delivered', place: ROOM, parts: HALF_DAY }],
  },
  {
    title: 'Holding a contract to account',
    kind: 'workshop',
    about: 'What a contract promises, how one sees whether it is kept, and what one asks when it is not.',
    series: PATH.name,
    seriesOrder: 2,
    format: 'One case in small groups',
    facilitator: 'The head of commissioning',
    outcomes: ['Read a report about a contract', 'Ask what happens when a promise is not kept'],
    sessions: [{ on: 'contracts', state: 'confirmed', place: ROOM, parts: HALF_DAY, pools: places(20, 4) }],
  },
  {
    title: 'Seeing a service get better',
    kind: 'workshop',
    about: 'Figures, residents’ words and visits: how one knows whether a service improves.',
    series: PATH.name,
    seriesOrder: 3,
    format: 'One case in small groups',
    facilitator: 'The head of performance',
    outcomes: ['Tell a trend from a bad month', 'Ask for the one figure that matters'],
    sessions: [{ on: 'performance', state: 'confirmed', place: ROOM, parts: HALF_DAY, pools: places(20, 4) }],
  },
  {
    title: 'Before you sit on planning',
    about: 'What counts in a planning decision, and what does not. The date is agreed with the committee.',
    mandatory: true,
    on: 'Planning Committee',
    sessions: [{ on: null, state: 'provisional', place: CHAMBER }],
  },
  {
    title: 'Your first months: the monitoring officer',
    kind: 'one-to-one',
    about: 'Twenty minutes, you and one officer: what you want to learn, and what stands in your way.',
    facilitator: 'The monitoring officer',
    sessions: [
      ...talks('talksBefore', 'delivered', '09:50', '10:50'),
      ...talks('talks', 'confirmed', '09:30', '12:10'),
    ],
  },
];
