import { LettersModule } from '@induct/letters';
import { Module } from '@nestjs/common';
import { inACouncilThatAsks } from '../../test/in-a-council-that-asks';
import { AccreditationModule } from '../accreditation.module';
import { OpenObligations } from '../mandates/open-obligations.queries';
import { CORE_SKILLS } from '../tables/tables';
import { TopUpAsking } from './top-up-asking';

@Module({ imports: [AccreditationModule, LettersModule], providers: [TopUpAsking] })
class TellsModule {}

const council = inACouncilThatAsks([TellsModule]);
const { ask, lettersTo, subjectsTo, look, member, part } = council;

describe('what is new beside an award that somebody keeps', () => {
  let bias: string;
  let [ada, bea]: string[] = [];
  const overdue = async (of: Parameters<OpenObligations['page']>[0]['of'] = 'everybody', notYet = false) => {
    const { rows, total } = await part(OpenObligations).page({ of, notYet }, 25, 0);
    return {
      total,
      rows: rows.map(({ name, dueOn, since, scheme, mandateId }) => [name, dueOn, since, scheme, mandateId]),
    };
  };

  beforeAll(async () => {
    [ada, bea] = [await member('Ada A'), await member('Bea B', 'Independents')];
    for (const person of [ada, bea]) await council.awarding.complete(person, council.course);
    bias = await council.awarding.given.aPublishedCoreModule('Bias', { minutes: 20 });
    await council.awarding.awards.considerOverdue();
    await ask(
      `insert into scheme_version (id, scheme_id, number, edition, effective_from, validity_months, rule, for_holders, top_up_by, state)
       select gen_random_uuid(), scheme_id, 2, 'Second', '2026-12-01', validity_months, rule, 'top_up', '2026-12-21', 'adopted'
         from scheme_version where scheme_id = $1`,
      [CORE_SKILLS],
    );
    await council.awarding.forgetLetters();
  });

  it('is reminded of on the ladder until it is shown, and stands with what is overdue; nobody above is written to', async () => {
    await look('2026-11-30T09:00:00Z');
    expect(await subjectsTo(ada!)).toEqual([]);
    for (const at of ['2026-12-01T07:30:00Z', '2026-12-01T09:00:00Z', '2026-12-01T10:00:00Z', '2026-12-02T09:00:00Z'])
      await look(at);
    const [first, ...more] = await lettersTo(ada!);
    expect([first!.subject, more]).toEqual(['To show by 21 December 2026: what is new for Core skills', []]);
    expect(first!.text).toContain('You hold this award, and keep it to its last day.');
    expect(first!.text).toContain(
      'Core skills, which asks for more since 1 December 2026: to show by 21 December 2026, about 20 minutes',
    );
    await look('2026-12-07T09:00:00Z');
    expect([(await subjectsTo(ada!)).length, (await subjectsTo(bea!)).length]).toEqual([2, 2]);
    expect(await overdue()).toEqual({ total: 0, rows: [] });
    expect((await overdue('everybody', true)).total).toBe(2);
    await council.awarding.complete(bea!, bias);
    for (const at of ['2026-12-18T09:00:00Z', '2026-12-21T09:00:00Z', '2026-12-22T09:00:00Z']) await look(at);
    expect([(await subjectsTo(ada!)).length, (await subjectsTo(bea!)).length]).toEqual([4, 2]);
    const late = { total: 1, rows: [['Ada A', '2026-12-21', '2026-12-01', 'core-skills', null]] };
    expect(await overdue()).toEqual(late);
    expect(await overdue({ group: 'Green Valleys' })).toEqual(late);
    expect((await overdue({ group: 'Independents' })).total).toBe(0);
    await look('2027-01-04T09:00:00Z');
    expect((await subjectsTo(ada!)).at(-1)).toBe('Still to show: what is new for Core skills');
    expect((await lettersTo(ada!)).at(-1)!.text).toContain(
      'Officers and the champion of your group can see that it is still to be shown',
    );
    await look('2027-01-18T09:00:00Z');
    expect([await subjectsTo(council.officer), await subjectsTo(council.second)]).toEqual([[], []]);
    expect(await subjectsTo(ada!)).toHaveLength(6);
  });

  it('is over as soon as it is shown, and asked again when what was shown is withdrawn', async () => {
    await look('2026-12-08T09:00:00Z');
    await council.awarding.complete(ada!, bias);
    await look('2026-12-22T09:00:00Z');
    expect((await overdue()).total).toBe(0);
    await ask(
      `update evidence set withdrawn_at = now(), withdrawn_by = $2, withdrawn_reason = 'In error'
        where person_id = $1 and source in (select id from registration_standing where course_id = $3)`,
      [ada, council.officer, bias],
    );
    await ask('insert into settling_mark (id, person_id) values (gen_random_uuid(), $1)', [ada]);
    await look();
    expect((await overdue()).rows.map(([name]) => name)).toEqual(['Ada A']);
  });

  it('is over for whoever leaves, at once: the desk counts nobody whom its list does not name', async () => {
    await look('2026-12-22T10:00:00Z');
    const open = async () =>
      (await ask<{ id: string }>('select person_id as id from top_up_standing where is_open')).map(({ id }) => id);
    expect(await open()).toEqual([ada]);
    await ask('update person set deactivated_at = $2 where id = $1', [ada, '2026-12-22T10:30:00Z']);
    await ask('insert into settling_mark (id, person_id) values (gen_random_uuid(), $1)', [ada]);
    await look('2026-12-22T11:00:00Z');
    expect([await open(), (await overdue()).total]).toEqual([[], 0]);
    await ask('update person set deactivated_at = null where id = $1', [ada]);
    await look('2026-12-23T09:00:00Z');
    expect([await open(), (await overdue()).total]).toEqual([[ada], 1]);
  });
});
