import type { Needs } from '@induct/events';
import { PERSONAS } from './council';
import type { ProgrammeDay } from './programme-days';

/** Catrin Hargreaves, and another who has a button. */
const [NEWCOMER, HALF_WAY] = [PERSONAS.newcomer.member, PERSONAS.halfWay.member];
const NEARLY_THERE = PERSONAS.nearlyThere.member;
const MOVES = 26;

/** Who books what, by their places in MEMBERS, in the order in which they come. */
export interface BookingStory {
  on: ProgrammeDay;
  members: readonly number[];
  online?: readonly number[];
}

const from = (first: number, many: number): number[] => Array.from({ length: many }, (_, nth) => first + nth);

/** Nobody is on two of them who need not be. */
export const BOOKING_STORIES: readonly BookingStory[] = [
  { on: 'parent', members: [NEWCOMER, 31, 32] },
  { on: 'conductAgain', members: [NEWCOMER, NEARLY_THERE, 25, MOVES] },
  // Eight places: the last three wait.
  { on: 'answering', members: [...from(49, 7), HALF_WAY, NEWCOMER, 40, 41] },
  { on: 'chairing', members: [62], online: [NEARLY_THERE] },
  { on: 'scrutiny', members: [HALF_WAY, 66] },
];

/** Talks of the day to come, by their place in it, and who has each. */
export const TALKS: readonly { talk: number; member: number }[] = [
  { talk: 0, member: 52 },
  { talk: 2, member: HALF_WAY },
  { talk: 5, member: 53 },
];

/** Booked for the one, and moved to the other. */
export const MOVED = { member: MOVES, from: 'conductAgain', to: 'conductOnceMore' } as const;
/** Gives a place up at the full one: whoever waits first has it. */
export const GIVES_UP = { member: 50, on: 'answering' } as const;
/** The council cancels it, and says why. */
export const CANCELLED = {
  on: 'scrutiny',
  why: 'The speaker is ill. There is another date, which is not confirmed yet.',
} as const;

/** A neighbour, whose people come to one of them. */
export const PARTNER = {
  name: 'Westmoor District Council',
  contact: 'Pat Rowntree, Democratic Services, 01632 960 182',
  on: 'parent',
  guests: ['Greta Lindqvist', 'Samuel Achebe'],
} as const;

/** What some of them need, by their places in MEMBERS. */
export const NEEDS_STORIES: readonly { member: number; needs: Needs; kept: boolean }[] = [
  { member: NEWCOMER, needs: { diets: ['vegetarian'], access: [], more: '' }, kept: true },
  { member: 31, needs: { diets: ['halal'], access: ['step-free', 'hearing-loop'], more: '' }, kept: true },
  { member: 32, needs: { diets: ['gluten-free', 'nut-free'], access: [], more: 'Nuts are an allergy.' }, kept: false },
];
/** Of the first guest. */
export const GUEST_NEEDS: Needs = { diets: ['vegan'], access: ['parking'], more: '' };
