import fc from 'fast-check';
import { type CommitBody, Timelines } from '@induct/progress';
import type { NavigationRequest } from '@induct/scorm';
import { Sequencer } from '../../apps/course-service/browser/playing/sequencer';
import { aStrictOrder } from '../support/given-sequencing';
import { TrackedLearning } from '../support/tracked-learning';

const PARTS = ['one', 'two', 'three', 'four'];

interface Wish {
  passes: boolean;
  request: NavigationRequest;
}
const wish: fc.Arbitrary<Wish> = fc.record({
  passes: fc.boolean(),
  request: fc.oneof(
    fc.constantFrom<NavigationRequest>(
      { kind: 'continue' },
      { kind: 'continue' },
      { kind: 'previous' },
      { kind: 'suspendAll' },
    ),
    fc.constantFrom(...PARTS).map((target): NavigationRequest => ({ kind: 'choice', target })),
  ),
});

/** What a browser does of it, and what it sends: every step with each snapshot until the server has it. */
function played(sequencer: Sequencer, wishes: readonly Wish[]): CommitBody[] {
  const bodies: CommitBody[] = [];
  let run = 0;
  let sco = '';
  const opens = (move: ReturnType<Sequencer['begin']>) => {
    const { delivered } = sequencer.went!;
    if (delivered === undefined) return;
    move.opened = { activity: delivered, run: run + 1 };
  };
  const follow = (move: ReturnType<Sequencer['begin']>) => {
    if (!move.opened) return;
    run = move.opened.run;
    sco = move.opened.activity;
  };
  const first = sequencer.begin();
  opens(first);
  follow(first);
  for (const { passes, request } of wishes) {
    const cmi = {
      completion_status: passes ? 'completed' : 'incomplete',
      success_status: passes ? 'passed' : 'unknown',
      exit: '',
    };
    const move = sequencer.ask(request, { run, cmi, data: {} });
    opens(move);
    const seq = bodies.length + 1;
    bodies.push({ seq, sco, run, final: true, shownMs: 60_000, cmi, moves: structuredClone([...sequencer.tells]) });
    follow(move);
  }
  return bodies;
}

describe('a way through a module whose parts have an order', () => {
  let learning: TrackedLearning;
  beforeAll(async () => {
    learning = await TrackedLearning.begin();
  });
  afterAll(() => learning?.end());

  it('is the same in the browser, on the server, and told again, in whatever order its commits arrive', async () => {
    const wishes = fc.array(wish, { minLength: 1, maxLength: 8 });
    const order = fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(wishes, order, async (all, keys) => {
        const { token, launchId, personId, courseId } = await learning.opened(aStrictOrder(PARTS));
        const state = await learning.launching.state(token);
        let number = 0;
        const sequencer = new Sequencer(
          state.sequencing!,
          () => ++number,
          () => learning.clock.now().getTime(),
        );
        const bodies = played(sequencer, all);
        // Each arrives, and some twice.
        const arriving = [...bodies, ...bodies.slice(0, keys[23]! % 3)]
          .map((body, at) => ({ body, key: keys[at]! }))
          .toSorted((a, b) => a.key - b.key);
        for (const { body } of arriving) {
          learning.clock.advance(61_000);
          expect(await learning.tracking.commit(token, body)).toMatchObject({ ok: true });
        }
        const [row] = await learning.rows<{ state: object; differs: boolean }>(
          'select state, s.differs from sequencing s join launch l using (attempt_id) where l.id = $1',
          launchId,
        );
        expect(row).toEqual({ state: JSON.parse(JSON.stringify(sequencer.went!.state)), differs: false });
        const { attempts } = await learning.module.get(Timelines).of(personId, courseId);
        expect(attempts.map(({ replayed }) => replayed.completion)).toEqual(
          attempts.map(({ stored }) => stored.completion),
        );
      }),
      { numRuns: 12 },
    );
  });
});
