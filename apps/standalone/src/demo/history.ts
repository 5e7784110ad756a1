/** What one member did: when, and how far they got. Times are days before the demo is loaded. */
export interface Visit {
  daysAgo: number;
  /** Hour of the day, in the evening and between meetings. */
  hour: number;
  /** Screens of the course seen in this visit, as a share of all of them. */
  reached: number;
  /** Score of the final test in per cent, when it was taken. */
  score?: number;
  minutes: number;
}

export type Story = readonly Visit[];

const certified: Story[] = [
  [{ daysAgo: 160, hour: 19, reached: 1, score: 90, minutes: 24 }],
  [
    { daysAgo: 131, hour: 8, reached: 0.5, minutes: 11 },
    { daysAgo: 129, hour: 21, reached: 1, score: 100, minutes: 15 },
  ],
  [
    { daysAgo: 96, hour: 12, reached: 0.6, minutes: 14 },
    { daysAgo: 95, hour: 20, reached: 1, score: 60, minutes: 13 },
    { daysAgo: 89, hour: 18, reached: 1, score: 80, minutes: 9 },
  ],
  [{ daysAgo: 44, hour: 17, reached: 1, score: 80, minutes: 31 }],
  [
    { daysAgo: 21, hour: 13, reached: 0.3, minutes: 6 },
    { daysAgo: 20, hour: 13, reached: 0.7, minutes: 8 },
    { daysAgo: 18, hour: 22, reached: 1, score: 90, minutes: 10 },
  ],
];
const halfWay: Story[] = [
  [{ daysAgo: 75, hour: 20, reached: 0.2, minutes: 4 }],
  [
    { daysAgo: 33, hour: 18, reached: 0.4, minutes: 9 },
    { daysAgo: 12, hour: 8, reached: 0.6, minutes: 6 },
  ],
  [{ daysAgo: 3, hour: 21, reached: 0.5, minutes: 12 }],
];
const failedSoFar: Story = [
  { daysAgo: 52, hour: 19, reached: 1, score: 50, minutes: 18 },
  { daysAgo: 9, hour: 20, reached: 1, score: 70, minutes: 10 },
];

/**
 * A believable council some months after the module came out: about two in five certified, one in four half-way, a few who
 * failed the test so far, the rest not begun. The same member always has the same story.
 * @param member place in MEMBERS
 */
export function storyOf(member: number): Story {
  const kind = (member * 7) % 20;
  if (kind < 8) return shifted(certified[member % certified.length]!, member);
  if (kind < 13) return shifted(halfWay[member % halfWay.length]!, member);
  if (kind === 13) return shifted(failedSoFar, member);
  return [];
}

/** Not everybody on the same day. */
function shifted(story: Story, member: number): Story {
  const days = (member * 3) % 17;
  return story.map((visit) => ({ ...visit, daysAgo: visit.daysAgo + days }));
}
