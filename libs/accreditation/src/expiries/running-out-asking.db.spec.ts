import { LettersModule } from '@induct/letters';
import { Module } from '@nestjs/common';
import { CORE_SKILLS } from '../tables/tables';
import { Suspensions } from '../suspensions/suspensions.service';
import { Certificates } from '../acts/certificates.service';
import { inACouncilThatAsks } from '../../test/in-a-council-that-asks';
import { RunningOutAsking } from './running-out-asking';
import { RunningOutRepository } from './running-out.repository';

@Module({ imports: [LettersModule], providers: [RunningOutAsking, RunningOutRepository] })
class TellsModule {}

const council = inACouncilThatAsks([TellsModule]);
const { ask, lettersTo, subjectsTo, member, part } = council;

/** Somebody with a certificate whose last day is that one; its window opens six months before. */
async function whoseRunsOutOn(lastDay: string): Promise<string> {
  const person = await member();
  await council.awarding.complete(person, council.course);
  await ask('update award set valid_until = $2 where person_id = $1 and scheme_id = $3', [
    person,
    lastDay,
    CORE_SKILLS,
  ]);
  return person;
}

it('is said as the window opens, a month and a week before, once each, and not on the days between', async () => {
  const person = await whoseRunsOutOn('2027-08-11');
  await council.look('2027-02-10T09:00:00Z');
  expect(await subjectsTo(person)).toEqual([]);
  await council.look('2027-02-11T09:00:00Z');
  const [letter] = await lettersTo(person);
  expect(letter!.subject).toBe('Your certificate runs out on 11 August 2027: Core skills');
  expect(letter!.text).toMatch(/Core skills, certificate NMC-\S+: valid to the end of 11 August 2027/);
  expect(letter!.text).toContain('/standing');
  for (const day of ['2027-02-12', '2027-07-13', '2027-07-14', '2027-07-15', '2027-08-03', '2027-08-04', '2027-08-05'])
    await council.look(`${day}T09:00:00Z`);
  await council.look('2027-08-12T09:00:00Z');
  expect(
    await ask('select rung, told_on::text as on from expiry_reminder where person_id = $1 order by told_on', [person]),
  ).toEqual([
    { rung: 'opens', on: '2027-02-11' },
    { rung: 'month', on: '2027-07-14' },
    { rung: 'week', on: '2027-08-04' },
  ]);
  expect(await subjectsTo(person)).toHaveLength(3);
});

it('is said of nothing that is suspended, nor renewed, and of what was missed only the last', async () => {
  const [late, suspended, renewed] = [
    await whoseRunsOutOn('2027-03-05'),
    await whoseRunsOutOn('2027-03-05'),
    await whoseRunsOutOn('2027-03-05'),
  ];
  const id = (await part(Certificates).byPerson(suspended))[0]!.id;
  const proposal = await part(Suspensions).propose(id, { by: council.officer, reason: 'We look into it' });
  await part(Suspensions).confirm(id, proposal, council.second);
  await ask(
    `insert into award (id, scheme_id, scheme_version_id, person_id, period, awarded_at, valid_until, evidence)
     select gen_random_uuid(), scheme_id, scheme_version_id, person_id, 2, awarded_at, '2031-03-05', evidence from award where person_id = $1`,
    [renewed],
  );
  await ask('delete from mail');
  await council.look('2027-03-01T09:00:00Z');
  expect([await subjectsTo(late), await subjectsTo(suspended), await subjectsTo(renewed)]).toEqual([
    ['Your certificate runs out on 5 March 2027: Core skills'],
    [],
    [],
  ]);
  expect(await ask('select rung from expiry_reminder where person_id = $1', [late])).toEqual([{ rung: 'week' }]);
});
