import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { CompletingCouncil, type Opened } from '../../../../test/support/completing-council';
import { CORE_SKILLS } from '../tables/tables';
import { Withdrawals } from '../withdrawals/withdrawals.service';

const PEOPLE = 40;
const REASON = 'The register was wrong';

describe('what two processes hear of at the same moment', () => {
  let council: CompletingCouncil;
  const officer = '0195c0de-0000-7000-8000-00000000000f';
  const rows = <Row>(text: string, values: unknown[] = []) => council.database.source.query<Row[]>(text, values);

  beforeAll(async () => {
    council = await CompletingCouncil.begin();
    await rows(
      `insert into person (id, name, email, created_at) values ($1, 'Olive', 'olive@northmoor.example', now())`,
      [officer],
    );
  });
  afterAll(() => council?.end());
  beforeEach(() => void (council.failed.length = 0));

  /** One hears of the first module from the first person on, the other of the second from the last person on. */
  const bothComplete = (people: readonly Opened[][]) =>
    Promise.all([
      ...people.map(([first]) => council.complete(first!, 0)),
      ...people.toReversed().map(([, second]) => council.complete(second!, 1)),
    ]);

  it('makes one award of the last two requirements, in whatever order each process meets the people', async () => {
    const [ahead, alsoAhead, ...people] = await council.opened(PEOPLE + 2);
    const letGo = await council.hold(ahead![0]!, alsoAhead![0]!);
    const before = [council.complete(ahead![0]!, 0), council.complete(alsoAhead![0]!, 1)];
    await council.database.untilWaiting(2);
    // What comes meanwhile shares the next transaction of its process, and both meet in the middle.
    const letOn = await council.hold(people[PEOPLE / 2]![0]!);
    const answering = bothComplete(people);
    await wait(100);
    await letGo();
    await Promise.all(before);
    await council.database.untilWaiting(2);
    await letOn();
    const answers = await answering;
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2 * PEOPLE);
    expect(await council.counts(people)).toEqual({
      completed: 2 * PEOPLE,
      evidence: 2 * PEOPLE,
      awards: PEOPLE,
      certificates: PEOPLE,
    });
    // A deadlock would be one: the people would have been recorded one by one after it.
    expect(council.failed).toEqual([]);
  });

  it('counts a commit once that is sent to both', async () => {
    const people = await council.opened(8);
    for (const [, second] of people) await council.complete(second!, 1);
    const answers = await Promise.all(
      people.flatMap(([first]) => [council.complete(first!, 0), council.complete(first!, 1)]),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(16);
    expect(answers.filter((answer) => 'duplicate' in answer)).toHaveLength(8);
    expect(await council.counts(people)).toEqual({ completed: 16, evidence: 16, awards: 8, certificates: 8 });
  });

  it('makes an award before evidence of it is withdrawn, and proposes to revoke it, or makes none', async () => {
    const people = await council.opened(12);
    await Promise.all(people.map(([first]) => council.complete(first!, 0)));
    const evidence = await rows<{ id: string }>('select id from evidence where person_id = any($1)', [
      people.map(([first]) => first!.personId),
    ]);
    const withdrawals = council.processes[1].get(Withdrawals);
    await Promise.all([
      ...people.map(([, second]) => council.complete(second!, 0)),
      ...evidence.map(({ id }) => withdrawals.withdraw(id, { by: officer, reason: REASON })),
    ]);
    const { awards, certificates } = await council.counts(people);
    const [proposed] = await rows<{ count: number }>(
      `select count(*)::int from revocation r join certificate c on c.id = r.certificate_id
        where c.person_id = any($1)`,
      [people.map(([first]) => first!.personId)],
    );
    expect([certificates, proposed!.count]).toEqual([awards, awards]);
    expect(council.failed).toEqual([]);
  });

  it('makes no award of two completions that are hard to believe only together', async () => {
    const people = await council.opened(8);
    council.clock.set('2026-11-22T13:00:20Z');
    await bothComplete(people);
    const [doubted] = await rows<{ count: number }>(
      `select count(*)::int from doubtful_completion d join attempt a on a.id = d.attempt_id
         join registration r on r.id = a.registration_id where r.person_id = any($1)`,
      [people.map(([first]) => first!.personId)],
    );
    expect(doubted!.count).toBe(16);
    expect(await council.counts(people)).toMatchObject({ completed: 16, evidence: 16, awards: 0 });
  });

  it('holds nobody up for one who has left', async () => {
    const people = await council.opened(6);
    await rows('update person set deactivated_at = now() where id = $1', [people[0]![0]!.personId]);
    await bothComplete(people);
    expect(await council.counts(people)).toMatchObject({ completed: 12, awards: 6, certificates: 6 });
    expect(council.failed).toEqual([]);
  });

  it('has nothing of a completion whose connection is cut between evidence and award, and all of it when it is sent again', async () => {
    const people = await council.opened(4);
    await Promise.all(people.map(([first]) => council.complete(first!, 0)));
    await council.database.asOwner(`
      create sequence dying;
      grant usage on dying to public;
      create function die() returns trigger language plpgsql as $$ begin
        if nextval('dying') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
        return new; end $$;
      create trigger die before insert on award for each row execute function die()`);
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const settled = await Promise.allSettled(people.map(([, second]) => council.complete(second!, 0)));
    said.mockRestore();
    const unanswered = people.filter((_, nth) => settled[nth]!.status === 'rejected');
    expect(unanswered.length).toBeGreaterThan(0);
    expect(await council.counts(unanswered)).toEqual({
      completed: unanswered.length,
      evidence: unanswered.length,
      awards: 0,
      certificates: 0,
    });
    await Promise.all(unanswered.map(([, second]) => council.complete(second!, 1)));
    expect(await council.counts(people)).toEqual({ completed: 8, evidence: 8, awards: 4, certificates: 4 });
    await council.database.asOwner('drop function die cascade; drop sequence dying');
  });

  it('awards both of two schemes, the second because of the first', async () => {
    const scheme = randomUUID();
    await rows('insert into scheme (id, slug, name) values ($1, $2, $2)', [scheme, 'chair']);
    await rows(
      `insert into scheme_version (id, scheme_id, number, edition, effective_from, rule, state)
       values (gen_random_uuid(), $1, 1, 'Edition 1', '2025-01-01', $2, 'adopted')`,
      [scheme, JSON.stringify({ all: [{ award: CORE_SKILLS }] })],
    );
    const people = await council.opened(12);
    await bothComplete(people);
    expect(await council.counts(people)).toEqual({ completed: 24, evidence: 24, awards: 24, certificates: 24 });
    const [twice] = await rows<{ count: number }>(
      'select count(*)::int from (select from award group by person_id, scheme_id having count(*) > 1) as twice',
    );
    expect(twice!.count).toBe(0);
    expect(council.failed).toEqual([]);
  });

  it('says on each certificate what is so when it is issued, also where that was asked before it was known that there is one', async () => {
    const [first, second, third, fourth] = await council.opened(4);
    for (const person of [first, second, third, fourth]) await council.complete(person![0]!, 0);
    const signedBy = async ([, last]: Opened[] = []) => {
      await council.complete(last!, 0);
      const text = `select facts -> 'holder' as holder, facts #>> '{signatories,0,name}' as signatory from certificate c
        join award a on a.id = c.award_id join scheme s on s.id = a.scheme_id and s.slug = 'core-skills' where c.person_id = $1`;
      return (await rows(text, [last!.personId]))[0];
    };
    const signs = (name: string, during: string) =>
      rows(
        `insert into signatory (id, name, office, place, during, recorded_at)
         values (gen_random_uuid(), $1, 'Member Development Steering Group', 1, $2, now())`,
        [name, during],
      );
    expect(await signedBy(first)).toEqual({ holder: 'Member 0', signatory: 'Chair' });
    await signs('Ama Vaughan', '[2026-05-08,2026-11-23)');
    expect(await signedBy(second)).toEqual({ holder: 'Member 1', signatory: 'Ama Vaughan' });
    await signs('Bela Quick', '[2026-11-23,)');
    expect(await signedBy(third)).toEqual({ holder: 'Member 2', signatory: 'Ama Vaughan' });
    council.clock.set('2026-11-23T00:10:00Z');
    expect(await signedBy(fourth)).toEqual({ holder: 'Member 3', signatory: 'Bela Quick' });
  });
});
