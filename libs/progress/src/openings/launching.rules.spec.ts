import fc from 'fast-check';
import { type HalfWayChoice, mayChoose, openingOf, type BeforeOpening } from './launching.rules';

const done = new Date('2026-11-22T14:32:00Z');
const on = (versionId: string, completedAt: Date | null = null) => ({
  id: `on ${versionId}`,
  versionId,
  completedAt,
  hasEndedFailed: false,
  countsNot: false,
});
const standing = (given: Partial<BeforeOpening>): BeforeOpening => ({
  last: undefined,
  publishedVersionId: 'v2',
  halfWay: 'finish_old',
  chosen: undefined,
  isCompleted: false,
  retake: 'none',
  ...given,
});

describe('what is opened', () => {
  it('is a first attempt on the published version', () => {
    expect(openingOf(standing({}))).toEqual({ newAttemptOn: 'v2' });
    expect(openingOf(standing({ publishedVersionId: null }))).toBe('not available');
  });

  it('is the unfinished attempt, on its own version', () => {
    const last = on('v1');
    expect(openingOf(standing({ last }))).toEqual({ attempt: last });
    expect(openingOf(standing({ last, publishedVersionId: null }))).toEqual({ attempt: last });
  });

  it('is what somebody half-way chose, where the publication lets them choose', () => {
    const last = on('v1');
    const halfWay = standing({ last, halfWay: 'choice' });
    expect(openingOf(halfWay)).toBe('choice is due');
    expect(openingOf({ ...halfWay, chosen: 'finish_old' })).toEqual({ attempt: last });
    expect(openingOf({ ...halfWay, chosen: 'start_again' })).toEqual({ newAttemptOn: 'v2' });
    expect(openingOf({ ...halfWay, halfWay: 'finish_old', chosen: 'start_again' })).toEqual({ attempt: last });
  });

  it('is a finished attempt to look at, or a new one where the version is newer', () => {
    const last = on('v2', done);
    expect(openingOf(standing({ last, isCompleted: true }))).toEqual({ attempt: last });
    expect(openingOf(standing({ last: on('v1', done), isCompleted: true }))).toEqual({ newAttemptOn: 'v2' });
  });

  it('is a new attempt for who has to take it again, and after that the same one', () => {
    const again = standing({ last: on('v1', done), isCompleted: true, retake: 'by new attempt' });
    expect(openingOf(again)).toEqual({ newAttemptOn: 'v2' });
    expect(openingOf({ ...again, last: on('v2', done) })).toEqual({ newAttemptOn: 'v2' });
    const going = on('v2');
    expect(openingOf({ ...again, last: going, retake: 'by last attempt' })).toEqual({ attempt: going });
  });

  it('is a new attempt where the last one was failed and is over, or does not count', () => {
    expect(openingOf(standing({ last: { ...on('v2'), hasEndedFailed: true } }))).toEqual({ newAttemptOn: 'v2' });
    const last = { ...on('v2', done), countsNot: true };
    expect(openingOf(standing({ last, isCompleted: true }))).toEqual({ newAttemptOn: 'v2' });
  });

  it('is a new attempt whenever somebody wants to start from the beginning, while members see the module', () => {
    for (const last of [on('v2'), on('v1'), on('v2', done)]) {
      expect(openingOf(standing({ last, halfWay: 'choice' }), true)).toEqual({ newAttemptOn: 'v2' });
    }
    const last = on('v2', done);
    expect(openingOf(standing({ last, publishedVersionId: null }), true)).toEqual({ attempt: last });
  });

  it('lets nobody choose who has completed the course and is only looking at it again', () => {
    const looking = standing({ last: on('v1'), halfWay: 'choice', isCompleted: true });
    expect(mayChoose(looking)).toBe(false);
    expect(mayChoose({ ...looking, retake: 'by last attempt' })).toBe(true);
  });
});

/** A course and one person on it, as the tables hold them. */
class History {
  publications: { version: string; retake: boolean; choice: boolean; at: number; chosen?: HalfWayChoice }[] = [];
  renewals: number[] = [];
  attempts: { version: string; completedAt: number | null }[] = [];
  completedAt: number | undefined;
  private time = 0;

  publish(version: string, retake: boolean, choice: boolean): void {
    this.publications.push({ version, retake, choice, at: ++this.time });
    if (retake && this.completedAt !== undefined) this.renewals.push(this.publications.length - 1);
  }

  /** What the database's completed_since says. */
  due(): number[] {
    return this.renewals.filter(
      (number) =>
        !this.attempts.some(
          ({ version, completedAt }) =>
            completedAt !== null && completedAt > this.publications[number]!.at && this.counts(version, number),
        ),
    );
  }

  counts(version: string, number: number): boolean {
    return this.publications.slice(number).some((later) => later.version === version);
  }

  standing(): BeforeOpening {
    const index = this.attempts.length - 1;
    const last = this.attempts[index];
    const current = this.publications.at(-1)!;
    const due = this.due();
    const enough = last?.completedAt === null && due.every((number) => this.counts(last.version, number));
    return {
      last: last && {
        id: String(index),
        versionId: last.version,
        completedAt: last.completedAt === null ? null : new Date(last.completedAt),
        hasEndedFailed: false,
        countsNot: false,
      },
      publishedVersionId: current.version,
      halfWay: current.choice ? 'choice' : 'finish_old',
      chosen: current.chosen,
      isCompleted: this.completedAt !== undefined,
      retake: due.length === 0 ? 'none' : enough ? 'by last attempt' : 'by new attempt',
    };
  }

  open(choice?: HalfWayChoice): ReturnType<typeof openingOf> {
    if (choice && mayChoose(this.standing())) this.publications.at(-1)!.chosen = choice;
    const opening = openingOf(this.standing());
    if (typeof opening === 'object' && 'newAttemptOn' in opening) {
      this.attempts.push({ version: opening.newAttemptOn, completedAt: null });
    }
    return opening;
  }

  complete(): void {
    const last = this.attempts.at(-1);
    if (!last || last.completedAt !== null) return;
    last.completedAt = ++this.time;
    this.completedAt ??= last.completedAt;
  }
}

const acts = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('publish' as const),
      version: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
      retake: fc.boolean(),
      choice: fc.boolean(),
    }),
    fc.record({ act: fc.constant('open' as const), choice: fc.constantFrom(undefined, 'finish_old', 'start_again') }),
    fc.record({ act: fc.constant('complete' as const) }),
  ),
  { maxLength: 30 },
);

describe('over any history of publishing, opening and completing', () => {
  const after = (list: typeof acts extends fc.Arbitrary<infer A> ? A : never, look: (history: History) => void) => {
    const history = new History();
    history.publish('v1', false, false);
    for (const given of list) {
      if (given.act === 'publish') history.publish(given.version, given.retake, given.choice);
      else if (given.act === 'open') history.open(given.choice as HalfWayChoice | undefined);
      else history.complete();
      look(history);
    }
    return history;
  };

  it('a completion stands, and whoever opens gets the published version or stays on theirs', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const completions = new Set<number>();
        after(list, (history) => {
          if (history.completedAt !== undefined) completions.add(history.completedAt);
          const opening = openingOf(history.standing());
          const published = { newAttemptOn: history.publications.at(-1)!.version };
          const last = history.standing().last;
          expect(['choice is due', published, ...(last ? [{ attempt: last }] : [])]).toContainEqual(opening);
        });
        expect(completions.size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('nobody leaves an unfinished attempt but by their choice or because it could not meet a renewal', () => {
    fc.assert(
      fc.property(acts, (list) => {
        after(list, (history) => {
          const now = history.standing();
          const opening = openingOf(now);
          if (!now.last || now.last.completedAt || typeof opening === 'string' || 'attempt' in opening) return;
          expect(now.chosen === 'start_again' || now.retake === 'by new attempt').toBe(true);
        });
      }),
    );
  });

  it('whoever has to take a course again is done after opening and completing it twice at most', () => {
    fc.assert(
      fc.property(acts, fc.constantFrom<HalfWayChoice>('finish_old', 'start_again'), (list, choice) => {
        const history = after(list, () => undefined);
        for (let turn = 0; turn < 2; turn++) {
          if (history.due().length === 0) return;
          history.open(choice);
          history.complete();
        }
        expect(history.due()).toEqual([]);
      }),
    );
  });
});
