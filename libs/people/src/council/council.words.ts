/** What a council is made of, in the words of its table columns, and how pages say them. */

export const ELECTION_KINDS = ['ordinary', 'by_election'] as const;
export type ElectionKind = (typeof ELECTION_KINDS)[number];

export const BODY_KINDS = ['council', 'committee', 'panel', 'group'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const BODY_KIND_NAMES: Record<BodyKind, string> = {
  council: 'Council',
  committee: 'Committee',
  panel: 'Panel',
  group: 'Political group',
};

export const CAPACITIES = ['chair', 'vice_chair', 'member', 'co_opted', 'substitute'] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const CAPACITY_NAMES: Record<Capacity, string> = {
  chair: 'Chair',
  vice_chair: 'Vice-chair',
  member: 'Member',
  co_opted: 'Co-opted member',
  substitute: 'Substitute',
};

export const SUBSTITUTES = ['none', 'named', 'group'] as const;
export type Substitutes = (typeof SUBSTITUTES)[number];

export const SUBSTITUTES_NAMES: Record<Substitutes, string> = {
  none: 'Nobody stands in',
  named: 'Named substitutes stand in',
  group: 'Anybody of the same political group stands in',
};

/** What somebody can be on a body. Members of the council itself are elected; groups have neither guests nor substitutes. */
export const CAPACITIES_OF: Record<BodyKind, readonly Capacity[]> = {
  council: ['chair', 'vice_chair'],
  committee: CAPACITIES,
  panel: CAPACITIES,
  group: ['chair', 'vice_chair', 'member'],
};
