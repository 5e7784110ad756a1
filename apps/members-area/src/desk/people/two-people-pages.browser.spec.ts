import type { Desk } from '../../../../../test/support/given-desk';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

const PICTURES = '.data/screenshots/desk';

let site: SiteInBrowser;
let desk: Desk;

const expectUsable = (path: string, name: string) => site.expectUsable(name, () => site.goTo(path));

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES);
  desk = site.desk;
});
afterAll(() => site?.close());

describe('changes that take two people', () => {
  const NAME = 'Bernadette Osei-Featherstonehaugh-Llewellyn-Cholmondeley';
  let person: string;
  let gone: string;
  const post = async (by: 'officer' | 'administrator', path: string, fields: Record<string, string | string[]>) =>
    String((await desk.post(by, path, fields)).headers.location);
  const waits = async (page: string) =>
    /href="(\/admin\/people\/waiting\/[\w-]+)"/.exec((await desk.get('officer', page)).body)![1]!;

  it('nothing waits yet', async () => {
    await site.signIn('officer');
    await expectUsable('/admin/people/waiting', 'two-people-nothing');
    await expectUsable('/testing/quorum', 'quorum');
  });

  it('a person’s page, in every state', async () => {
    for (const role of ['officer', 'administrator', 'auditor'] as const) await desk.who(role);
    person = await desk.given.aPerson({ name: NAME, roles: ['member', 'champion'] });
    await desk.database.source.query(`update person_role set granted_alone = true where person_id = $1`, [person]);
    const page = `/admin/people/${person}`;
    await post('administrator', `${page}/roles`, { roles: ['member', 'champion', 'tester'] });
    await desk.post('officer', await waits(page), { decision: 'agree' });
    await post('administrator', `${page}/roles`, { roles: ['member', 'champion', 'tester', 'officer'] });
    const email = `${'a-very-long-mailbox-name-'.repeat(3)}@northmoor.example`;
    await post('administrator', `${page}/correct`, { name: NAME, email });
    await site.signIn('administrator');
    await expectUsable(`${page}?done=roles-wait`, 'person-waiting');
    await expectUsable(`${page}/correct`, 'person-correct');
    await expectUsable(`${page}/leave`, 'person-leave');
    await site.signIn('officer');
    await expectUsable(page, 'person-for-an-officer');
    await expectUsable('/admin/people?search=chol', 'people');
    await expectUsable('/admin/people/waiting', 'two-people');
    gone = await desk.given.aPerson({ name: 'Gus Gone', roles: ['member', 'tester'] });
    await post('officer', `/admin/people/${gone}/leave`, {});
    await expectUsable(`/admin/people/${gone}?done=deactivated`, 'person-deactivated');
    await post('officer', `/admin/people/${gone}/return`, {});
    await expectUsable(`/admin/people/${gone}?done=return-waits`, 'person-return-waits');
  });

  it('a proposal, for whoever decides, for whoever made it, and when it is decided', async () => {
    const path = await waits(`/admin/people/${person}`);
    await site.signIn('administrator');
    await expectUsable(path, 'proposal-own');
    await site.signIn('officer');
    await expectUsable(path, 'proposal');
    await site.expectUsable('proposal-wrong', async () => {
      await site.goTo(path);
      await site.press('main form button');
    });
    await desk.post('officer', path, { decision: 'refuse' });
    await expectUsable(path, 'proposal-refused');
    await expectUsable('/admin', 'overview-two-people');
  });

  it('how many sign-offs a round asks for', async () => {
    await site.expectUsable('quorum-wrong', async () => {
      await site.goTo('/testing/quorum');
      await site.page.type('#least', '1');
      await site.press('main form button');
    });
    await post('officer', '/testing/quorum', { least: '3' });
    await expectUsable('/testing/quorum?done=waiting', 'quorum-waiting');
  });
});
