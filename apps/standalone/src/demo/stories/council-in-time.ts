import type { BodyKind, Capacity, Substitutes } from '@induct/people';
import { MEMBERS } from './council';

/** Polls at which the whole council was elected: Thursdays. */
export const POLLS = ['2017-05-04', '2021-05-06', '2025-05-01'] as const;

/** One seat was filled on a leap day: by the place in MEMBERS. */
export const BY_ELECTION = { heldOn: '2024-02-29', member: 11 } as const;

/** How many of the polls somebody has won: one in three of the members was there in 2017. @param member place in MEMBERS */
export const pollsOf = (member: number): readonly (typeof POLLS)[number][] => POLLS.slice(member % 3);

export interface DemoBody {
  kind: BodyKind;
  name: string;
  nameCy?: string;
  from: string;
  substitutes: Substitutes;
  /** Another rule from a day on. */
  laterRule?: { from: string; substitutes: Substitutes };
  /** Places in MEMBERS, with what they are. */
  seats: readonly (readonly [member: number, capacity: Capacity])[];
}

const seats = (chair: number, vice: number, members: readonly number[], substitutes: readonly number[] = []) => [
  [chair, 'chair'] as const,
  [vice, 'vice_chair'] as const,
  ...members.map((member) => [member, 'member'] as const),
  ...substitutes.map((member) => [member, 'substitute'] as const),
];

/** Since the annual meeting of this year; past members sat until the poll of 2025. */
export const SEATED_ON = '2025-05-20';

export const BODIES: readonly DemoBody[] = [
  {
    kind: 'council',
    name: 'Northmoor County Council',
    from: '2017-05-08',
    substitutes: 'none',
    seats: seats(6, 34, []),
  },
  {
    kind: 'committee',
    name: 'Planning Committee',
    from: '2017-05-23',
    substitutes: 'named',
    seats: seats(9, 36, [0, 3, 12, 18, 39, 42, 57, 60, 69, 76, 47], [15, 45, 63, 72]),
  },
  {
    kind: 'committee',
    name: 'Standards Committee',
    from: '2017-05-23',
    substitutes: 'none',
    seats: seats(48, 21, [1, 24, 27, 51, 61, 70, 77]),
  },
  {
    kind: 'committee',
    name: 'Licensing Committee',
    from: '2017-05-23',
    substitutes: 'named',
    // The day before it met.
    laterRule: { from: '2025-10-13', substitutes: 'group' },
    seats: seats(30, 54, [4, 7, 33, 40, 43, 58, 66, 73, 78], [10, 49]),
  },
  {
    kind: 'committee',
    name: 'Cabinet',
    from: '2017-05-23',
    substitutes: 'none',
    seats: seats(13, 8, [16, 19, 22, 23, 29, 32]),
  },
  {
    kind: 'committee',
    name: 'Overview and Scrutiny Committee',
    from: '2017-05-23',
    substitutes: 'none',
    seats: seats(41, 62, [47, 52, 55, 64, 67, 74, 80]),
  },
  {
    kind: 'committee',
    name: 'Pensions Committee',
    from: '2017-05-23',
    substitutes: 'none',
    seats: seats(44, 28, [5, 46, 58, 65, 75]),
  },
  {
    kind: 'panel',
    name: 'Member Development Panel',
    from: '2021-05-25',
    substitutes: 'none',
    seats: seats(3, 37, [15, 48, 61, 70, 77]),
  },
];

/** Sat on the Planning Committee between the polls of 2021 and 2025. */
export const PLANNING_BEFORE = { from: '2021-05-25', until: '2025-05-06', members: [6, 9, 12, 22, 28, 40] } as const;

/** Left one group for another, as [member, the group before, the first day in the present one]. */
export const CHANGED_GROUP = { member: 78, before: 'Northmoor Alliance', on: '2023-09-01' } as const;

/** The political groups, each with the first of its members as its leader. */
export const GROUPS = [...new Set(MEMBERS.map(({ politicalGroup }) => politicalGroup!))].map((name) => ({
  name,
  leader: MEMBERS.findIndex(({ politicalGroup }) => politicalGroup === name),
}));
