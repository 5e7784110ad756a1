import { attackEverything, withoutLaunches } from './attack';
import { Battlefield } from './battlefield';

let field: Battlefield;

/** The worst an installation can do: both names below one domain, so that browsers send the site's cookie along. */
describe('a hostile package on a sibling of the site’s host', () => {
  beforeAll(async () => {
    field = await Battlefield.open({ site: 'members.induct.localhost', content: 'content.induct.localhost' });
  });
  beforeEach(() => field.freshBrowser());
  afterEach(() => field.closeBrowser());
  afterAll(() => field.close());

  it('changes nothing and reads nothing, although the cookie goes with its requests', async () => {
    await field.play(field.hostile.courseId);
    const before = await field.everything();
    const arrived = field.arrived;
    const read = await attackEverything(field, { withoutPolicy: true, pairs: 'all' });
    expect(read).toEqual([]);
    expect(field.arrived - arrived).toBeGreaterThan(500);
    expect(await field.everything()).toMatchObject(withoutLaunches(before));
  }, 300_000);
});
