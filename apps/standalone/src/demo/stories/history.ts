import { PERSONAS } from './council';

/** What one member did in one sitting: when, and how far they got. Times are days before the demo is loaded. */
export interface Visit {
  daysAgo: number;
  /** Hour of the day, in the evening and between meetings. */
  hour: number;
  /** Screens of the module seen in this visit and before, as a share of all of them. */
  reached: number;
  /** Score of the final test in per cent, when it was taken. */
  score?: number;
  minutes: number;
}

/** One member on one module. */
export interface ModuleStory {
  slug: string;
  visits: readonly Visit[];
}

/** What a story needs to know of a module. */
export interface StoryModule {
  slug: string;
  minutes: number;
}

/** A visit as part of a way through any module. */
interface Step {
  /** Days after the first visit. */
  day: number;
  hour: number;
  reached: number;
  score?: number;
  /** Of the minutes that the module takes. */
  time: number;
}
type Way = readonly Step[];

const FINISHED: Way[] = [
  [{ day: 0, hour: 19, reached: 1, score: 90, time: 1 }],
  [
    { day: 0, hour: 8, reached: 0.5, time: 0.45 },
    { day: 2, hour: 21, reached: 1, score: 100, time: 0.6 },
  ],
  [
    { day: 0, hour: 12, reached: 0.6, time: 0.55 },
    { day: 1, hour: 20, reached: 1, score: 60, time: 0.5 },
    { day: 7, hour: 18, reached: 1, score: 80, time: 0.35 },
  ],
  [{ day: 0, hour: 17, reached: 1, score: 80, time: 1.25 }],
  [
    { day: 0, hour: 13, reached: 0.3, time: 0.25 },
    { day: 1, hour: 13, reached: 0.7, time: 0.3 },
    { day: 3, hour: 22, reached: 1, score: 90, time: 0.4 },
  ],
];
const BEGUN: Way[] = [
  [{ day: 0, hour: 20, reached: 0.2, time: 0.15 }],
  [
    { day: 0, hour: 18, reached: 0.4, time: 0.35 },
    { day: 2, hour: 8, reached: 0.6, time: 0.25 },
  ],
  [{ day: 0, hour: 21, reached: 0.5, time: 0.5 }],
];
const FAILED_SO_FAR: Way = [
  { day: 0, hour: 19, reached: 1, score: 50, time: 0.7 },
  { day: 2, hour: 20, reached: 1, score: 70, time: 0.4 },
];
/** Everybody's first day lies after the modules came out, 190 days ago. */
const FIRST_DAY = 178;
/** A way takes a week at most, and nobody was certified in the last ten days. */
const LONGEST_WAY = 7;

/**
 * A believable council some months after the modules came out: about two in five have all core modules and so the
 * certificate, one in four is on the way, a few failed a test so far, the rest have not begun. The same member always has
 * the same story.
 * @param member place in MEMBERS
 * @param core the core modules, in the order in which people take them
 */
export function programmeOf(member: number, core: readonly StoryModule[]): ModuleStory[] {
  const first = FIRST_DAY - ((member * 3) % 17);
  const kind = (member * 7) % 20;
  if (kind < 8) {
    const last = 20 + ((member * 29) % 110);
    const finished = finishing(core, first, last, member);
    return member === PERSONAS.nearlyThere.member ? finished.slice(1) : finished;
  }
  if (kind > 13) return [];
  const done = Math.min(core.length - 1, kind === 13 ? 2 : 1 + ((member * 5) % 7));
  const now = 3 + ((member * 11) % 50);
  const way = kind === 13 ? FAILED_SO_FAR : BEGUN[member % BEGUN.length]!;
  return [...finishing(core.slice(0, done), first, now + LONGEST_WAY, member), toldOf(core[done]!, way, now)];
}

/** Whether somebody has completed every core module. @param member place in MEMBERS */
export const isDone = (member: number): boolean => (member * 7) % 20 < 8 && member !== PERSONAS.nearlyThere.member;

/** Whether somebody has begun none. @param member place in MEMBERS */
export const isIdle = (member: number): boolean => (member * 7) % 20 > 13;

/** One module after the other, evenly between two days. */
function finishing(modules: readonly StoryModule[], first: number, last: number, member: number): ModuleStory[] {
  const step = (first - last) / Math.max(1, modules.length);
  return modules.map((module, at) =>
    toldOf(module, FINISHED[(member + at) % FINISHED.length]!, Math.round(first - at * step)),
  );
}

const toldOf = ({ slug, minutes }: StoryModule, way: Way, begun: number): ModuleStory => ({
  slug,
  visits: way.map(({ day, time, ...visit }) => ({
    ...visit,
    daysAgo: begun - day,
    minutes: Math.max(1, Math.round(minutes * time)),
  })),
});
