import { Bodies, Elections, Memberships, Terms } from '@induct/people';
import type { Desk } from '../../../../../test/support/given-desk';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

const PICTURES = '.data/screenshots/desk';
const LONG =
  'Declarations of interest, gifts and hospitality, predetermination and bias: Donaudampfschifffahrtselektrizität in practice';

let site: SiteInBrowser;
let desk: Desk;

const expectUsable = (path: string, name: string) => site.expectUsable(name, () => site.goTo(path));

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES);
  desk = site.desk;
});
afterAll(() => site?.close());

describe('a council in time', () => {
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
    const by = await desk.who('officer');
    const long = 'Bernadette Osei-Featherstonehaugh-Llewellyn-Cholmondeley';
    const people = await Promise.all(
      Array.from({ length: 81 }, (_, nth) =>
        desk.given.aPerson({ name: nth === 1 ? `${long} II` : `Seated ${nth + 10}` }),
      ),
    );
    ids['person'] = people[1]!;
    const election = await of(Elections).hold({ kind: 'ordinary', heldOn: '2025-05-01', by });
    const bodies: string[] = [];
    for (let nth = 0; nth < 30; nth += 1) {
      const kind = nth < 5 ? ('group' as const) : nth < 20 ? ('committee' as const) : ('panel' as const);
      const name = nth === 5 ? `Joint Committee for ${'Neighbourhood '.repeat(8)}Planning` : `Body ${nth}`;
      bodies.push(await of(Bodies).add({ kind, name, from: '2017-05-08', substitutes: 'group', by }));
    }
    for (const [nth, personId] of people.entries()) {
      await of(Terms).elect({ personId, electionId: election, division: `Division ${nth}`, by });
      const seat = { personId, capacity: 'member', from: '2025-05-05', by } as const;
      const inGroup = await of(Memberships).join({ ...seat, bodyId: bodies[nth % 5]! });
      if (nth === 1) ids['inGroup'] = inGroup;
      if (nth > 13) continue;
      const id = await of(Memberships).join({ ...seat, bodyId: bodies[5]!, capacity: nth === 0 ? 'chair' : 'member' });
      if (nth === 1) ids['seat'] = id;
      if (nth === 2) await of(Memberships).end({ membershipId: id, until: '2026-01-01', by });
    }
    const put = { membershipId: ids['seat']!, capacity: 'vice_chair', from: '2025-05-20', until: null } as const;
    ids['seat'] = await of(Memberships).correct({ ...put, by, reason: LONG });
    [ids['body'], ids['election']] = [bodies[5]!, election];
    const [term] = await desk.database.source.query<{ id: string }[]>('select id from term where person_id = $1', [
      people[1],
    ]);
    ids['term'] = term!.id;
  });

  it('can be used by everybody on any day', async () => {
    await site.signIn('officer');
    await expectUsable('/admin/council', 'council');
    await expectUsable('/admin/council?on=2016-01-01', 'council-before');
    await expectUsable('/admin/council?on=2024-02-30', 'council-no-day');
    await expectUsable(`/admin/council/bodies/${ids['body']}`, 'council-body');
    for (const page of ['join', 'change', 'rule']) {
      await expectUsable(`/admin/council/bodies/${ids['body']}/${page}`, `council-body-${page}`);
    }
    await expectUsable(`/admin/council/memberships/${ids['seat']}`, 'council-membership');
    for (const page of ['end', 'correct', 'withdraw']) {
      await expectUsable(`/admin/council/memberships/${ids['seat']}/${page}`, `council-membership-${page}`);
    }
    await expectUsable('/admin/council/elections', 'council-elections');
    await expectUsable(`/admin/council/elections/${ids['election']}`, 'council-election');
    await expectUsable(`/admin/council/elections/${ids['election']}/elect`, 'council-elect');
    await expectUsable(`/admin/council/terms/${ids['term']}`, 'council-term');
    await expectUsable(`/admin/council/terms/${ids['term']}/correct`, 'council-term-correct');
    await expectUsable(`/admin/people/${ids['person']}`, 'council-person');
  });

  it('asks in a way that everybody can use, and says what is wrong', async () => {
    await site.signIn('officer');
    const type = async (field: string, typed: string) => {
      for (const [nth, box] of ['day', 'month', 'year'].entries())
        await site.page.type(`#${field}-${box}`, typed.split(' ')[nth]!);
    };
    await site.expectUsable('council-join-several', async () => {
      await site.goTo(`/admin/council/bodies/${ids['body']}/join`);
      await site.page.type('#who', 'Osei');
      await type('from', '1 6 2025');
      await site.press('main form button');
    });
    expect(await site.page.title()).toMatch(/^Error: /);
    await site.expectUsable('council-end-confirm', async () => {
      await site.goTo(`/admin/council/memberships/${ids['inGroup']}/end`);
      await type('last', '30 11 2026');
      await site.press('main form button');
    });
    expect(await site.page.$eval('main', (main) => main.textContent)).toContain('They keep these seats');
    await site.signInAs(ids['person']!);
    await expectUsable('/account', 'council-account');
  });
});
