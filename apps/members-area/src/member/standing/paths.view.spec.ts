import type { Path } from '@induct/accreditation';
import { pathsView } from './paths.view';

const path = (...met: boolean[]): Path => ({
  name: 'Commissioning',
  steps: met.map((one, at) => ({ title: `Step called ${'cba'[at]}`, need: 'cba'[at]!, met: one })),
});
const asked = (isAsked = true, needs = ['a', 'b', 'c'], anew?: string) =>
  new Map(
    needs.map((need) => [need, { isAsked, slug: `slug-${need}`, before: need === anew ? 'Met before.' : undefined }]),
  );
const view = (one: Path, about = asked()) => pathsView([one], about)[0]!;

describe('a path on the page of what is asked', () => {
  it('has every step in its place, and says which is next', () => {
    const { says, steps, isDone, needs } = view(path(true, false, false));
    expect({ says, isDone, needs }).toEqual({
      says: '1 of 3 steps done. Next: Step called b.',
      isDone: false,
      needs: ['c', 'b', 'a'],
    });
    expect(steps.map(({ place, isNext, asked: one }) => [place, isNext, one?.slug])).toEqual([
      ['Step 1 of 3', false, 'slug-c'],
      ['Step 2 of 3: this is next', true, 'slug-b'],
      ['Step 3 of 3', false, 'slug-a'],
    ]);
  });

  it('goes back to the step that was left out when a later one was taken first', () => {
    expect(view(path(false, true, false)).says).toBe('1 of 3 steps done. Next: Step called c.');
    expect(view(path(true, true, true))).toMatchObject({ says: 'All 3 steps are done.', isDone: true });
  });

  it('has a step that is asked anew as one to take again where the path is asked, and as taken where only something else asks', () => {
    const own = view(path(true, true, false), asked(true, ['a', 'b', 'c'], 'c'));
    expect(own).toMatchObject({ says: '1 of 3 steps done. Next: Step called c.', isDone: false });
    expect(own.steps[0]).toMatchObject({ met: false, isNext: true, asked: { slug: 'slug-c' } });
    const other = view(path(true, true, false), asked(false, ['a', 'b', 'c'], 'c'));
    expect(other).toMatchObject({ says: '2 of 3 steps done. Next: Step called a.', isAsked: false });
    expect(other.steps[0]).toMatchObject({ tag: { text: 'Met' }, asked: undefined });
  });

  it('is asked when all of it is asked, and not shown to whom a part is not', () => {
    expect(view(path(false, false, false)).isAsked).toBe(true);
    expect(view(path(false, false, false), asked(false)).isAsked).toBe(false);
    expect(pathsView([path(false, false, false)], asked(true, ['a', 'b']))).toEqual([]);
  });
});
