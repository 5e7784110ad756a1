import { randomUUID } from 'node:crypto';
import { daysLater } from '@induct/platform';
import { Awarding } from '../../../../test/support/awarding';
import type { Rule } from '../rules/rule';
import { CORE_SKILLS } from '../tables/tables';
import { WhatIsAskedQueries } from '../asked/what-is-asked.queries';
import { Due } from '../mandates/due.queries';
import { Adopting } from './adopting.service';
import { Drafts } from './drafts.service';
import type { DraftTerms } from './draft';
import { SchemeQueries } from './scheme.queries';
import { Outcomes } from './outcomes.service';
import { Simulations } from './simulations.service';

const TODAY = '2026-11-22';
const TERMS: DraftTerms = {
  effectiveFrom: TODAY,
  validityMonths: 24,
  renewalOpensMonths: 3,
  graceDays: 30,
  forHolders: 'keep',
  topUpBy: null,
  rule: { core: true },
};

describe('a change of a scheme', () => {
  let awarding: Awarding;
  let [conduct, planning] = ['', ''];
  const [officer, second] = [randomUUID(), randomUUID()];
  const part = <T>(of: new (...given: never[]) => T): T => awarding.nest.get(of);
  const named = async (course: string): Promise<Rule> => {
    const [row] = await awarding.database.source.query<{ need: string }[]>(
      'select requirement_id as need from way where course_id = $1',
      [course],
    );
    return row!;
  };
  /** A scheme with a draft that asks for that, worked out. */
  const simulated = async (name: string, terms: Partial<DraftTerms>) => {
    await part(Drafts).beginScheme(name, officer);
    const { id } = (await part(SchemeQueries).all()).find((scheme) => scheme.name === name)!;
    await part(Drafts).save(id, { ...TERMS, ...terms });
    return { id, simulation: await workedOut(id) };
  };
  const workedOut = async (schemeId: string) => {
    const simulation = await part(Simulations).ask(schemeId, officer);
    while (await part(Simulations).workOutNext());
    return simulation;
  };
  /** A moment later than what was before, and earlier than what comes. */
  const adopt = async (...given: Parameters<Adopting['adopt']>) => {
    awarding.clock.advance(1000);
    const adoption = await part(Adopting).adopt(...given);
    awarding.clock.advance(1000);
    return adoption;
  };
  const said = async (simulation: string) => {
    const { rows } = await part(SchemeQueries).effects(simulation, { kind: '', only: '' }, 100, 0);
    return rows.map(({ name, kind, was, outcome, difference }) => ({ name, kind, was, outcome, difference }));
  };
  const awards = (name: string) =>
    awarding.database.source.query<{ name: string; until: string }[]>(
      `select p.name, a.valid_until::text as until from award a join scheme s on s.id = a.scheme_id
         join person p on p.id = a.person_id where s.name = $1 order by p.name`,
      [name],
    );

  beforeAll(async () => {
    awarding = await Awarding.begin();
    for (const id of [officer, second]) await awarding.given.anOfficer(id, new Date('2025-01-01'));
    conduct = await awarding.given.aPublishedCoreModule();
    planning = await awarding.given.aPublishedCoreModule('Planning');
    await awarding.awards.considerOverdue();
    await awarding.database.source.query('update course set core = false where id = $1', [planning]);
    await awarding.awards.considerOverdue();
    for (const name of ['Amara', 'Bernard']) {
      const person = await awarding.given.aMember(name);
      await awarding.complete(person, conduct);
      if (name === 'Amara') await awarding.complete(person, planning);
    }
  });
  afterAll(() => awarding?.end());
  beforeEach(() => awarding.clock.set(`${TODAY}T14:32:00Z`));

  it('is worked out, proposed, adopted by another person, and does what it said', async () => {
    const rule = { all: [{ award: CORE_SKILLS }, await named(planning)] };
    const { id, simulation } = await simulated('Planning', { rule });
    expect(await part(Simulations).find(simulation)).toMatchObject({ people: 4, done: 4, error: null });
    expect(await said(simulation)).toMatchObject([{ name: 'Amara', kind: 'gains' }]);
    await part(Adopting).propose(id, simulation, officer);
    await expect(adopt(id, simulation, officer)).rejects.toMatchObject({ name: 'SecondPersonNeeded' });
    await expect(part(Drafts).save(id, TERMS)).rejects.toMatchObject({ name: 'VersionIsProposed' });
    expect(await awards('Planning')).toEqual([]);
    expect(await adopt(id, simulation, second)).toEqual({ adopted: true });
    expect(await part(Outcomes).settleDue()).toBe(1);
    expect(await awards('Planning')).toEqual([{ name: 'Amara', until: '2028-11-22' }]);
    expect(await said(simulation)).toMatchObject([{ outcome: 'as_said', difference: null }]);
    expect(await part(Outcomes).settleDue()).toBe(0);
    const frozen = `update scheme_version set validity_months = 1 where scheme_id = '${id}'`;
    await expect(awarding.database.asOwner(frozen)).rejects.toThrow('stays as it is');
  });

  it('adopts nothing when something came in between, and shows who moved', async () => {
    const { id, simulation } = await simulated('Licensing', { rule: await named(planning), validityMonths: 12 });
    await part(Adopting).propose(id, simulation, officer);
    const cy = await awarding.given.aMember('Cy');
    await awarding.complete(cy, planning);
    expect(await adopt(id, simulation, second)).toEqual({ adopted: false, moved: 1 });
    const now = (await part(SchemeQueries).bySlug('licensing'))!.versions[0]!;
    expect(now.state).toBe('proposed');
    expect(await said(now.simulationId!)).toMatchObject([
      { name: 'Amara', kind: 'gains', was: null },
      { name: 'Cy', kind: 'gains', was: 'nothing' },
    ]);
    await expect(adopt(id, simulation, second)).rejects.toMatchObject({
      name: 'OtherSimulationWasRead',
    });
    expect(await adopt(id, now.simulationId!, second)).toEqual({ adopted: true });
    await part(Outcomes).settleDue();
    expect(await awards('Licensing')).toHaveLength(2);
  });

  it('tells those who keep their award what is new in it, by its day, and nobody else', async () => {
    const { id, simulation } = await simulated('Surgeries', { rule: await named(conduct) });
    await part(Adopting).propose(id, simulation, officer);
    await adopt(id, simulation, second);
    await part(Outcomes).settleDue();
    const [needed] = [await named(planning)];
    await part(Drafts).beginVersion(id, officer);
    const [from, by] = [daysLater(TODAY, 5), daysLater(TODAY, 60)];
    const rule = { all: [await named(conduct), needed] };
    await part(Drafts).save(id, { ...TERMS, effectiveFrom: from, forHolders: 'top_up', topUpBy: by, rule });
    const next = await workedOut(id);
    expect(await said(next)).toMatchObject([
      { name: 'Amara', kind: 'keeps' },
      { name: 'Bernard', kind: 'tops_up' },
    ]);
    await part(Adopting).propose(id, next, officer);
    await adopt(id, next, second);
    const seenBy = async (name: string) => {
      const [person] = await awarding.database.source.query<{ id: string }[]>('select id from person where name = $1', [
        name,
      ]);
      const { due, asked, levels } = await part(WhatIsAskedQueries).of(person!.id);
      expect(await part(Due).withTopUps(person!.id)).toEqual(due);
      // It is no mandate's: nobody above them hears of it.
      expect(await part(Due).of(person!.id)).toEqual([]);
      return { due, asked, level: levels.find(({ name: of }) => of === 'Surgeries')! };
    };
    expect((await seenBy('Bernard')).due).toEqual([]);
    awarding.clock.set(`${from}T09:00:00Z`);
    const bernard = await seenBy('Bernard');
    expect(bernard.due).toMatchObject([
      { title: 'Surgeries', dueOn: by, moreSince: from, needs: [Object.values(needed)[0]] },
    ]);
    expect(bernard.asked.find(({ title }) => title === 'Planning')).toMatchObject({ isAsked: true, met: undefined });
    expect(bernard.level).toMatchObject({ state: 'valid', topUp: { missing: '“Planning”', by } });
    expect((await seenBy('Amara')).level).not.toHaveProperty('topUp');
    expect((await seenBy('Amara')).due).toEqual([]);
    // Given by hand in the first hours of the version: two officers said so under its own words.
    const byHand = await awarding.given.aMember('Carys');
    await awarding.database.source.query(
      `insert into award (id, person_id, scheme_id, scheme_version_id, period, awarded_at, evidence)
       select gen_random_uuid(), $1, scheme_id, id, 1, $2, '[]' from scheme_version where scheme_id = $3 and effective_from = $4`,
      [byHand, awarding.clock.now(), id, from],
    );
    expect((await seenBy('Carys')).due).toEqual([]);
  });

  it('says what came in between adoption and the day, beside the row', async () => {
    const rule = { all: [await named(planning), await named(conduct)] };
    const { id, simulation } = await simulated('Audit', { rule, effectiveFrom: daysLater(TODAY, 10) });
    const dee = await awarding.given.aMember('Dee');
    await awarding.complete(dee, planning);
    await part(Adopting).propose(id, simulation, officer);
    await adopt(id, simulation, second);
    expect(await part(Outcomes).settleDue()).toBe(0);
    const withdrawn = `update evidence set withdrawn_at = '2026-11-25T10:00:00Z', withdrawn_by = $2, withdrawn_reason = 'Mixed up'
       where person_id = (select id from person where name = 'Amara') and requirement_id = $1`;
    await awarding.database.source.query(withdrawn, [((await named(planning)) as { need: string }).need, officer]);
    awarding.clock.set(`${daysLater(TODAY, 10)}T09:00:00Z`);
    await part(Outcomes).settleDue();
    expect(await said(simulation)).toMatchObject([
      {
        name: 'Amara',
        outcome: 'differs',
        difference: expect.stringContaining('“Planning” was withdrawn on 25 November'),
      },
    ]);
    expect(await awards('Audit')).toEqual([]);
  });

  it('is worked out once, also when a worker dies over it, and goes with the draft that was changed', async () => {
    const { id } = await simulated('Standards', { rule: { core: true } });
    const again = await part(Simulations).ask(id, officer);
    expect(await part(Simulations).ask(id, second)).toBe(again);
    const died = `update simulation set leased_until = now(), done = 1, people = 9 where id = $1`;
    await awarding.database.source.query(died, [again]);
    awarding.clock.set('2030-01-01T00:00:00Z');
    await Promise.all([1, 2, 3].map(() => part(Simulations).workOutNext()));
    expect(await part(Simulations).find(again)).toMatchObject({ endedAt: expect.any(Date), error: null });
    expect(new Set((await said(again)).map(({ name }) => name)).size).toBe((await said(again)).length);
    await part(Drafts).save(id, { ...TERMS, graceDays: 5 });
    expect(await part(Simulations).find(again)).toBeUndefined();
    await expect(part(Adopting).propose(id, again, officer)).rejects.toMatchObject({ name: 'NotSimulatedYet' });
    await part(Drafts).discard(id, officer);
    expect(await part(SchemeQueries).bySlug('standards')).toBeUndefined();
  });

  it('goes with its first draft', async () => {
    await part(Drafts).beginScheme('Thrown away', officer);
    const { id } = (await part(SchemeQueries).bySlug('thrown-away'))!;
    await part(Drafts).discard(id, officer);
    expect(await part(SchemeQueries).bySlug('thrown-away')).toBeUndefined();
  });

  it.each([
    [
      'an accreditation',
      `insert into statutory_accreditation (id, scheme_id, reference, during, entered_by, entered_at)
       values (gen_random_uuid(), $1, 'PTC/1', '[2026-01-01,)', gen_random_uuid(), now())`,
    ],
    [
      'a template',
      `insert into template_version (id, number, scheme_id, template, drafted_by, drafted_at, changed_by, changed_at)
       values (gen_random_uuid(), 900, $1, '{}', gen_random_uuid(), now(), gen_random_uuid(), now())`,
    ],
  ])('stays with its first draft when it has %s', async (what, names) => {
    const slug = await part(Drafts).beginScheme(`With ${what}`, officer);
    const { id } = (await part(SchemeQueries).bySlug(slug))!;
    await awarding.database.source.query(names, [id]);
    await expect(part(Drafts).discard(id, officer)).rejects.toMatchObject({ name: 'SchemeIsNamed' });
    expect((await part(SchemeQueries).bySlug(slug))!.versions).toHaveLength(1);
  });

  it('asks for nothing that is not there, nor in a circle, nor from a day that is over', async () => {
    const { id, simulation } = await simulated('Ethics', { rule: { award: CORE_SKILLS } });
    const save = (rule: Rule) => part(Drafts).save(id, { ...TERMS, rule });
    await expect(save({ need: randomUUID() })).rejects.toMatchObject({ name: 'PartIsGone' });
    await expect(save({ award: id })).rejects.toMatchObject({ name: 'SchemesGoInACircle' });
    await part(Adopting).propose(id, simulation, officer);
    await adopt(id, simulation, second);
    await part(Drafts).beginVersion(CORE_SKILLS, officer);
    const circle = part(Drafts).save(CORE_SKILLS, { ...TERMS, rule: { all: [{ core: true }, { award: id }] } });
    await expect(circle).rejects.toMatchObject({ name: 'SchemesGoInACircle' });
    await part(Drafts).save(CORE_SKILLS, { ...TERMS, effectiveFrom: '2024-12-31' });
    const early = await workedOut(CORE_SKILLS);
    await expect(part(Adopting).propose(CORE_SKILLS, early, officer)).rejects.toMatchObject({ name: 'DayIsTooEarly' });
    await expect(part(Drafts).beginVersion(CORE_SKILLS, officer)).rejects.toMatchObject({ name: 'VersionIsInWork' });
    await part(Drafts).discard(CORE_SKILLS, officer);
  });

  it('is sent back to the draft, with words', async () => {
    const { id, simulation } = await simulated('Chairs', { rule: { core: true } });
    await part(Adopting).propose(id, simulation, officer);
    await part(Adopting).sendBack(id, { by: second, words: 'Ask for the planning module too' });
    expect((await part(SchemeQueries).bySlug('chairs'))!.versions[0]!.state).toBe('draft');
    await expect(adopt(id, simulation, second)).rejects.toMatchObject({ name: 'NothingIsProposed' });
    const proposal = `update scheme_version set state = 'adopted', adopted_by = proposed_by where scheme_id = '${id}'`;
    await expect(awarding.database.asOwner(proposal)).rejects.toThrow('proposed before');
  });

  it('asks on a later day for what is a core skill on that day, and not for what is one today', async () => {
    const day = daysLater(TODAY, 40);
    const terms = { effectiveFrom: day, rule: { core: true } } as const;
    const { need } = (await named(planning)) as { need: string };
    const core = (during: string) =>
      awarding.database.source.query('update requirement set core_during = $2 where id = $1', [need, during]);
    const gains = async (of: string) => (await said(of)).filter(({ kind }) => kind === 'gains').map(({ name }) => name);
    const { id, simulation } = await simulated('Later', terms);
    expect(await gains(simulation)).toContain('Bernard');
    await core(`{[${daysLater(TODAY, 30)},)}`);
    const later = await workedOut(id);
    expect(await gains(later)).not.toContain('Bernard');
    await core(`{[2026-01-01,${daysLater(TODAY, 30)})}`);
    expect(await gains(await workedOut(id))).toContain('Bernard');
    await core('{}');
    await part(Drafts).discard(id, officer);
  });

  it('does what it said for any kind of rule', async () => {
    const needs = [await named(conduct), await named(planning)];
    const rules: Rule[] = [
      { any: needs },
      { all: needs },
      { n: 1, of: [{ award: CORE_SKILLS }, ...needs] },
      { core: true },
    ];
    awarding.clock.set('2026-12-10T10:00:00Z');
    for (const [nth, rule] of rules.entries()) {
      const { id, simulation } = await simulated(`Drawn ${nth}`, { rule, effectiveFrom: '2026-12-10' });
      await part(Adopting).propose(id, simulation, officer);
      await adopt(id, simulation, second);
      await part(Outcomes).settleDue();
      const rows = await said(simulation);
      expect(rows.filter(({ outcome }) => outcome !== 'as_said')).toEqual([]);
      const gained = rows.filter(({ kind }) => kind === 'gains').map(({ name }) => name);
      expect((await awards(`Drawn ${nth}`)).map(({ name }) => name)).toEqual(gained);
    }
  });
});
