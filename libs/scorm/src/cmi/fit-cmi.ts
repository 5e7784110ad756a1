/**
 * The most that is kept of one snapshot. SCORM asks run-times to take 250 interactions, 100 objectives, 250 comments and
 * answers of 4,000 characters; docs/decisions/0914 says what real packages send, and how generous these are.
 */
export const COMMIT_LIMITS = {
  interactions: 1_000,
  objectives: 500,
  comments: 500,
  /** Responses and objectives of one interaction. */
  within: 100,
  /** Characters of an answer, a comment or the launch data. */
  longText: 64_000,
  /** Of an answer of SCORM 2004, or of what would be right: a performance of 125 steps is to be taken (RTE 4.2.9.1). */
  answer: 131_072,
  /** Of any other value. */
  text: 4_096,
  /** Of everything but the suspend data, about. */
  whole: 1024 * 1024,
} as const;

/** What did not fit; `unknown`: names that SCORM does not have. */
export type LeftOut = 'interactions' | 'objectives' | 'comments' | 'text' | 'unknown';

export interface FittedCmi {
  cmi: Record<string, unknown>;
  leftOut: LeftOut[];
}

type Shape = number | { of: { readonly [name: string]: Shape } } | { list: Shape; most: number; what?: LeftOut };
const { text: T, longText: L, answer: A, within, interactions, objectives, comments } = COMMIT_LIMITS;
const of = (names: string, more: Record<string, Shape> = {}): Shape => ({
  of: { ...Object.fromEntries(names.split(' ').map((name) => [name, T])), ...more },
});
const SCORE = of('scaled raw min max');
const comment = (): Shape => ({ list: of('location timestamp', { comment: L }), most: comments, what: 'comments' });

/** The names of both standards in one: which of them a package speaks is not known yet when a commit arrives. */
const CMI: Shape = of(
  `learner_id learner_name location completion_status success_status completion_threshold credit entry exit mode
   max_time_allowed progress_measure scaled_passing_score session_time time_limit_action total_time _version`.replace(
    /\s+/g,
    ' ',
  ),
  {
    core: of(
      'student_id student_name lesson_location credit lesson_status entry total_time lesson_mode exit session_time',
      { score: SCORE },
    ),
    score: SCORE,
    launch_data: L,
    comments: L,
    comments_from_lms: comment(),
    comments_from_learner: comment(),
    student_data: of('mastery_score max_time_allowed time_limit_action'),
    student_preference: of('audio language speed text'),
    learner_preference: of('audio_level language delivery_speed audio_captioning'),
    objectives: {
      list: of('id status success_status completion_status progress_measure description', { score: SCORE }),
      most: objectives,
      what: 'objectives',
    },
    interactions: {
      list: of('id type time timestamp weighting result latency description', {
        student_response: L,
        learner_response: A,
        objectives: { list: of('id'), most: within, what: 'interactions' },
        correct_responses: { list: of('', { pattern: A }), most: within, what: 'interactions' },
      }),
      most: interactions,
      what: 'interactions',
    },
  },
);

/** What a snapshot is made of, the most important first: when the whole is too large, the end of this list is cut. */
const LAST = ['objectives', 'comments_from_lms', 'comments_from_learner', 'interactions'];

/**
 * A snapshot as far as it fits. What came for the member (status, score, place, suspend data) always does; of a list the
 * newest entries do, because commits before brought the others. The order of the names stays, so that the same snapshot
 * is the same text.
 */
export function fitCmi(sent: Readonly<Record<string, unknown>>): FittedCmi {
  const fitting = new Fitting();
  const { suspend_data: suspendData, ...rest } = sent;
  const fitted = fitting.group(rest, CMI as { of: Record<string, Shape> }, LAST);
  const cmi: Record<string, unknown> = {};
  for (const name of Object.keys(sent)) {
    if (name === 'suspend_data') cmi[name] = suspendData;
    else if (Object.hasOwn(fitted, name)) cmi[name] = fitted[name];
  }
  return { cmi, leftOut: [...fitting.leftOut] };
}

class Fitting {
  readonly leftOut = new Set<LeftOut>();
  private left: number = COMMIT_LIMITS.whole;

  /** @param last these names after all others */
  group(
    value: object,
    shape: { of: { readonly [name: string]: Shape } },
    last: readonly string[] = [],
  ): Record<string, unknown> {
    const given = value as Record<string, unknown>;
    const names = Object.keys(given).filter((name) => {
      const isKnown = Object.hasOwn(shape.of, name);
      if (!isKnown) this.leftOut.add('unknown');
      return isKnown;
    });
    const fitted = new Map<string, unknown>();
    const inTurn = last.length === 0 ? names : names.toSorted((a, b) => last.indexOf(a) - last.indexOf(b));
    for (const name of inTurn) fitted.set(name, this.fit(given[name], shape.of[name]!, name));
    return Object.fromEntries(
      names.flatMap((name) => (fitted.get(name) === undefined ? [] : [[name, fitted.get(name)]])),
    );
  }

  private fit(value: unknown, shape: Shape, name: string): unknown {
    this.left -= name.length + 6;
    if (typeof value === 'string') return this.text(value, typeof shape === 'number' ? shape : T);
    if (typeof value === 'number') return value;
    if (typeof value !== 'object' || value === null || typeof shape === 'number') return undefined;
    return 'of' in shape ? this.group(value, shape) : this.list(value, shape);
  }

  private text(value: string, most: number): string {
    const room = Math.max(0, Math.min(most, this.left));
    if (value.length > room) this.leftOut.add('text');
    const text = value.length > room ? value.slice(0, room) : value;
    this.left -= text.length;
    return text;
  }

  private list(value: object, { list, most, what = 'unknown' }: Extract<Shape, { list: Shape }>): object {
    const indexes = Object.keys(value).filter((key) => /^\d{1,6}$/.test(key));
    if (indexes.length > most) {
      indexes.sort((a, b) => Number(a) - Number(b));
      this.leftOut.add(what);
    }
    const kept: [string, unknown][] = [];
    for (const index of indexes.slice(-most).toReversed()) {
      if (this.left <= 0) {
        this.leftOut.add(what);
        break;
      }
      const item = this.fit((value as Record<string, unknown>)[index], list, index);
      if (item !== undefined) kept.push([index, item]);
    }
    return Object.fromEntries(kept.toReversed());
  }
}
