import fc from 'fast-check';
import { type CommitBody, Timelines } from '@induct/progress';
import type { ActivityTree, NavigationRequest, SequencingState } from '@induct/scorm';
import { Sequencer } from '../../apps/course-service/browser/playing/sequencer';
import { aStrictOrder } from '../support/given-sequencing';
import { aRandomOrder, aRandomStep } from '../support/random-order';
import { TrackedLearning } from '../support/tracked-learning';

const PARTS = ['one', 'two', 'three', 'four'];

interface Wish {
  passes: boolean;
  suspends: boolean;
  /** Before it is asked. */
  afterMs: number;
  request: NavigationRequest;
}
const aWish = (request: fc.Arbitrary<NavigationRequest>): fc.Arbitrary<Wish> =>
  fc.record({ passes: fc.boolean(), suspends: fc.boolean(), afterMs: fc.nat(90_000), request });
const inStrictOrder = aWish(
  fc.oneof(
    fc.constantFrom<NavigationRequest>(
      { kind: 'continue' },
      { kind: 'continue' },
      { kind: 'previous' },
      { kind: 'suspendAll' },
    ),
    fc.constantFrom(...PARTS).map((target): NavigationRequest => ({ kind: 'choice', target })),
  ),
);
const anyhow = aWish(
  // A page begins once, and by itself.
  aRandomStep.filter((step): step is NavigationRequest => 'kind' in step && !/^(start|resumeAll)$/.test(step.kind)),
);

/** What a browser does of it, and what it sends: every step with each snapshot until the server has it. */
function played(
  sequencer: Sequencer,
  wishes: readonly Wish[],
  pass: (ms: number) => void,
): { bodies: CommitBody[]; told: SequencingState | undefined } {
  const bodies: CommitBody[] = [];
  let run = 0;
  let sco: string | undefined;
  // Of steps that follow when nothing is open, the server hears with the next part.
  let told: SequencingState | undefined;
  const follow = (move: ReturnType<Sequencer['begin']>) => {
    const { delivered } = sequencer.went!;
    if (delivered !== undefined) move.opened = { activity: delivered, run: ++run };
    sco = sequencer.open;
  };
  follow(sequencer.begin());
  for (const { passes, suspends, afterMs, request } of wishes) {
    pass(afterMs);
    const cmi = {
      completion_status: passes ? 'completed' : 'incomplete',
      success_status: passes ? 'passed' : 'unknown',
      exit: suspends ? 'suspend' : '',
    };
    const [from, ofRun] = [sco, run];
    follow(sequencer.ask(request, { run, cmi, data: {} }));
    if (from === undefined) continue;
    const moves = structuredClone([...sequencer.tells]);
    bodies.push({ seq: bodies.length + 1, sco: from, run: ofRun, final: true, shownMs: 60_000, cmi, moves });
    told = sequencer.went!.state;
  }
  return { bodies, told };
}

describe('a way through a module whose parts have an order', () => {
  let learning: TrackedLearning;
  beforeAll(async () => {
    learning = await TrackedLearning.begin();
  });
  afterAll(() => learning?.end());

  it.each<[string, fc.Arbitrary<ActivityTree>, fc.Arbitrary<Wish>, number]>([
    ['in a strict order', fc.constant(aStrictOrder(PARTS)), inStrictOrder, 12],
    ['with random rules', aRandomOrder, anyhow, 40],
  ])(
    'is the same in the browser, on the server, and told again, %s, in whatever order its commits arrive',
    async (_, aTree, wish, numRuns) => {
      const order = fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 });
      await fc.assert(
        fc.asyncProperty(aTree, fc.array(wish, { minLength: 1, maxLength: 8 }), order, async (tree, all, keys) => {
          const { token, launchId, personId, courseId } = await learning.opened(tree);
          const state = await learning.launching.state(token);
          let [number, passed] = [0, 0];
          const sequencer = new Sequencer(
            state.sequencing!,
            () => ++number,
            () => learning.clock.now().getTime() + passed,
          );
          const { bodies, told } = played(sequencer, all, (ms) => (passed += ms));
          // Each arrives, and some twice.
          const arriving = [...bodies, ...bodies.slice(0, keys[23]! % 3)]
            .map((body, at) => ({ body, key: keys[at]! }))
            .toSorted((a, b) => a.key - b.key);
          for (const { body } of arriving) {
            learning.clock.advance(61_000);
            expect(await learning.tracking.commit(token, body)).toMatchObject({ ok: true });
          }
          const rows = await learning.rows<{ state: object; differs: boolean }>(
            'select state, s.differs from sequencing s join launch l using (attempt_id) where l.id = $1',
            launchId,
          );
          expect(rows).toEqual(told ? [{ state: JSON.parse(JSON.stringify(told)) as object, differs: false }] : []);
          const { attempts } = await learning.module.get(Timelines).of(personId, courseId);
          expect(attempts.map(({ replayed }) => replayed.completion)).toEqual(
            attempts.map(({ stored }) => stored.completion),
          );
        }),
        { numRuns },
      );
    },
  );
});
