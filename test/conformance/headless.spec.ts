import { newLearner, playHeadless } from './headless-play';
import { Suite } from './suite';

const folder = process.env['SCORM_SUITE'];
/** They ask for a browser, a page or a run-time: `npm run conformance` plays them. */
const NEED_A_BROWSER = /^(API|DDM|DMB|DMI)$/;

const describeWithSuite = folder === undefined ? describe.skip : describe;
const without = folder === undefined ? ' (skipped: SCORM_SUITE names no conformance suite)' : '';

describeWithSuite(`the sequencing cases of SCORM_SUITE, without a browser${without}`, () => {
  const suite = folder === undefined ? undefined : new Suite(folder);
  const cases = suite?.cases().filter(({ name }) => !NEED_A_BROWSER.test(name)) ?? [];
  // What is global to the system goes from one case to the next: they are a learner's, in their order.
  const learned = (suite?.chains(cases) ?? []).flatMap((chain) => {
    const learner = newLearner();
    return chain.map((script) => ({ name: script.name, script, learner }));
  });
  it.each(learned)('$name', ({ script, learner }) => {
    expect(playHeadless(suite!, script, learner)).toEqual([]);
  });
});
