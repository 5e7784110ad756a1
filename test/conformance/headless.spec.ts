import { HeadlessLearner, playHeadless } from './headless-play';
import { Suite } from './suite';

const folder = process.env['SCORM_SUITE'];
/** They ask for a browser, a page or a run-time: `npm run conformance` plays them. */
const NEED_A_BROWSER = /^(API|DDM|DMB|DMI)$/;

(folder === undefined ? describe.skip : describe)('the sequencing cases of SCORM_SUITE, without a browser', () => {
  const suite = folder === undefined ? undefined : new Suite(folder);
  // Some cases rest on what the one before has left.
  const learner = new HeadlessLearner();
  it.each(suite?.cases().filter(({ name }) => !NEED_A_BROWSER.test(name)) ?? [])('$name', (script) => {
    expect(playHeadless(suite!, script, learner)).toEqual([]);
  });
});
