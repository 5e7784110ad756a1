/** How somebody came in. */
export const WAYS = ['letter', 'passkey', 'council', 'persona', 'device', 'first administrator'] as const;
export type Way = (typeof WAYS)[number];

/** How sure a way makes us of who somebody is: 1 a device that is known, 2 somebody who reads their letters, 3 a key or the council. */
export type Strength = 1 | 2 | 3;

// A persona is a demonstration's letter, and the first administrator has the link that the start printed.
const STRENGTHS: Readonly<Record<Way, Strength>> = {
  device: 1,
  letter: 2,
  persona: 2,
  'first administrator': 2,
  passkey: 3,
  council: 3,
};

/** @see docs/security.md, “Signing in” */
export const strengthOf = (way: Way): Strength => STRENGTHS[way];
