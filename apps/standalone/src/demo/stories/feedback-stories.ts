import type { Answers, FeedbackStage, SaidLesson } from '@induct/events';

interface FeedbackStory {
  /** Of the event. */
  slug: string;
  stages: readonly FeedbackStage[];
  /** What the officers have told them. */
  changed: string;
}

/** Sessions of which it is shown what was said. */
export const CLOSED_STORIES: readonly FeedbackStory[] = [
  {
    slug: 'code-of-conduct-morning',
    stages: ['after', 'later'],
    changed:
      'You asked for more cases and less law. The second date has four cases instead of two, and the law is sent to read before.',
  },
  {
    slug: 'where-the-money-comes-from-and-where-it-goes',
    stages: ['after'],
    changed: 'You could not read the tables on the screen. They are printed for everybody from now on.',
  },
  {
    slug: 'who-may-see-what',
    stages: ['after'],
    changed: 'You wanted it at another time than lunch. The next one is at 17:00.',
  },
];

/** The one that can be answered now. */
export const OPEN_STORY = { slug: 'speaking-in-the-chamber', answered: 4 } as const;

/** What an event has contributed, as an officer stated it and the panel agreed. */
export const EVALUATED = {
  slug: 'code-of-conduct-morning',
  stated: {
    priority: 'Trust in how the council is run',
    contribution:
      'Every member who came has registered their interests since, and complaints about interests have halved',
    minute: 'Member Development Panel, minute 14',
  },
} as const;

/** What came of its discussions. */
export const LESSONS: readonly SaidLesson[] = [
  {
    kind: 'discussion',
    prompt: 'What makes you stop listening?',
    words: 'Speeches that are read out, and figures without what they mean for a street.',
  },
  { kind: 'lesson', prompt: null, words: 'One point, then sit down. The second point takes the first away.' },
  {
    kind: 'gap',
    prompt: 'What do you do when somebody shouts?',
    words: 'Nobody had an answer for a hostile question from the public gallery.',
  },
];

const BEST = ['The cases from other councils', 'That we could ask anything', 'The examples', 'Small groups'];
const CHANGE = ['More cases, less law', 'A break in the middle', 'Print the tables: nobody could read the screen'];
const NEXT = ['Planning, before I sit on the committee', 'How to read a budget'];

/** What one of them says. @param nth their place among those who answer */
export function saidBy(nth: number, stage: FeedbackStage): Answers {
  if (stage === 'later') return { o1: nth % 5 === 4 ? 1 : 0, u1: nth % 2, o2: nth % 2, u2: nth % 3 };
  const wrote = (texts: readonly string[], every: number) =>
    nth % every === 0 ? texts[(nth / every) % texts.length] : '';
  return {
    q1: nth % 2,
    q2: nth % 3 === 2 ? 1 : 0,
    q3: nth % 4 === 3 ? 1 : 0,
    o1: nth % 6 === 5 ? 1 : 0,
    o2: nth % 2,
    q4: wrote(BEST, 2) ?? '',
    q5: wrote(CHANGE, 3) ?? '',
    q6: wrote(NEXT, 4) ?? '',
  };
}
