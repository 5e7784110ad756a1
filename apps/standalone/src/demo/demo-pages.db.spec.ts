import { type Role, ROLES } from '@induct/people';
import { Search, type SearchAudience, Transactions } from '@induct/platform';
import { decideAccess, SignIns } from '@induct/sign-in';
import { testConfig } from '../../../../test/support/config';
import type { TestDatabase } from '../../../../test/support/database';
import { readInWelsh, speakInOtherLetters } from '../../../../test/support/reading-welsh';
import { speakWelsh } from '../../../../test/support/speaking';
import { createMembersArea, findRooms, FoundByAnybody, sitePlan } from '../../../members-area/src';
import { LOADED_WITHIN_MS, loadedCouncil } from '../loaded-council.given';
import { MEMBERS, PERSONAS } from './stories/council';

describe('the pages of the demo council', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    jest.spyOn(console, 'log').mockImplementation();
    database = await loadedCouncil();
  }, LOADED_WITHIN_MS);
  afterAll(() => database?.drop());

  it('are open to everybody whom a letter leads there', async () => {
    const { pages } = sitePlan(findRooms().screens);
    const letters = await database.source.query<{ subject: string; text: string; roles: Role[] }[]>(
      `select l.subject, l.body_text as text, array(select role from role_held where person_id = p.id) as roles
         from letter_standing l join person_current p on p.email = l.recipient`,
    );
    // Not a link to a meeting elsewhere.
    const ours = new RegExp(`${testConfig(database.url).SITE_ORIGIN}(/[^\\s?#]*)`, 'g');
    const closed = new Set<string>();
    let links = 0;
    for (const { subject, text, roles } of letters) {
      for (const [, path] of text.matchAll(ours)) {
        const page = pages.find((one) => new RegExp(`^${one.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path!));
        links++;
        if (!page || decideAccess(page.access, roles) !== 'let in')
          closed.add(`${subject}: ${path} for ${roles.join()}`);
      }
    }
    expect(links).toBeGreaterThan(100);
    expect([...closed]).toEqual([]);
  });

  it('are open to everybody who finds them, strangers too', async () => {
    const site = await createMembersArea(testConfig(database.url), database.source);
    await site.init();
    const of = <T>(service: new (...given: never[]) => T): T => site.get(service, { strict: false });
    await of(FoundByAnybody).keep();
    const found: Record<string, number> = {};
    const closed: string[] = [];
    for (const role of [undefined, ...ROLES]) {
      const [person] = await database.source.query<{ id: string; roles: Role[]; district: string | null }[]>(
        `select p.id, p.district, array(select role from role_held where person_id = p.id) as roles
           from person_current p join role_held r on r.person_id = p.id
          where r.role = $1 order by cardinality(array(select role from role_held where person_id = p.id)), p.name limit 1`,
        [role ?? 'member'],
      );
      const { id, roles, district } = person!;
      const audiences: SearchAudience[] = role ? ['signed-in', ...roles] : ['stranger'];
      const reader = { audiences, district: role ? district : null, language: 'en' as const };
      const entries = await of(Search).newSince(new Date(-1), reader, 10_000);
      const signIn = role && (await of(Transactions).run((tx) => of(SignIns).signIn(tx, id, { by: 'letter' })));
      // Of what there are many of, some; of pages, all.
      const looked = entries.filter(
        ({ kind }, at) => kind === 'page' || entries.slice(0, at).filter((one) => one.kind === kind).length < 4,
      );
      found[role ?? 'stranger'] = entries.length;
      for (const { path } of looked) {
        const { statusCode } = await site.inject({
          url: path,
          headers: { accept: 'text/html', cookie: `induct=${signIn ?? ''}` },
        });
        if (statusCode !== 200) closed.push(`${statusCode} ${path} for ${role ?? 'a stranger'}`);
      }
    }
    await site.close();
    expect(closed).toEqual([]);
    // Whoever may open more finds more.
    expect(found['stranger']).toBeGreaterThan(10);
    for (const [one, other] of [
      ['stranger', 'auditor'],
      ['auditor', 'administrator'],
      ['administrator', 'officer'],
    ] as const)
      expect(found[other]).toBeGreaterThan(found[one]!);
  });

  it('say in Welsh of every text in which language it is', async () => {
    speakInOtherLetters();
    const site = await createMembersArea(testConfig(database.url, { WELSH: 'true' }), database.source);
    await site.init();
    const halfWay = MEMBERS[PERSONAS.halfWay.member]!.name;
    const { pages, wrong } = await readInWelsh(site, database.source, [undefined, halfWay, 'Farid Begum']);
    await site.close();
    speakWelsh();
    expect(wrong).toEqual([]);
    expect(pages).toBeGreaterThan(90);
  });
});
