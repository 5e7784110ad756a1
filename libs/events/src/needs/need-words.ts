/** What people may need at a session, in the words of what is sealed, and how pages say it. */

export const DIETS = ['vegetarian', 'vegan', 'halal', 'kosher', 'gluten-free', 'dairy-free', 'nut-free'] as const;
export type Diet = (typeof DIETS)[number];

/** As a kitchen reads it. */
export const DIET_NAMES: Record<Diet, string> = {
  vegetarian: 'Vegetarian',
  vegan: 'Vegan',
  halal: 'Halal',
  kosher: 'Kosher',
  'gluten-free': 'No gluten',
  'dairy-free': 'No milk',
  'nut-free': 'No nuts',
};

export const ACCESS_NEEDS = [
  'step-free',
  'parking',
  'hearing-loop',
  'bsl',
  'large-print',
  'seat-in-front',
  'companion',
] as const;
export type AccessNeed = (typeof ACCESS_NEEDS)[number];

export const ACCESS_NAMES: Record<AccessNeed, string> = {
  'step-free': 'A way without steps',
  parking: 'A parking space near the door',
  'hearing-loop': 'A hearing loop',
  bsl: 'British Sign Language',
  'large-print': 'Papers in large print',
  'seat-in-front': 'A seat in front',
  companion: 'Somebody comes along to help',
};

/** What somebody needs, to eat and to take part. */
export interface Needs {
  diets: readonly Diet[];
  access: readonly AccessNeed[];
  /** In their own words; empty when there is nothing to add. */
  more: string;
}

export const hasNeeds = ({ diets, access, more }: Needs): boolean =>
  diets.length > 0 || access.length > 0 || more !== '';
