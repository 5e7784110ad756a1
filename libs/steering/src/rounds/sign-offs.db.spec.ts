import { ALL_FINE, type SteeringGroup } from '../../../../test/support/steering-group';
import { aRoundOfAWeek, DAY, oliveAndHerTesters } from '../../test/olive-and-her-testers';
import { NotYoursToDo, PreviewComesFirst, RoundNotFound, RoundQueries, SteeringFormIsWrong } from '..';

describe('a test round', () => {
  let group: SteeringGroup;
  let [olive, ada, ben, cat]: string[] = [];

  beforeAll(async () => {
    ({ group, olive, ada, ben, cat } = await oliveAndHerTesters());
  });
  afterAll(() => group?.leave());

  const order = (versionId: string, given: object = {}) => aRoundOfAWeek(group, versionId, [ada!, ben!], given);

  it('is signed off by nobody for whom the module never opened, and refused by whoever tried', async () => {
    const { versionId } = await group.aCourse();
    const { roundId } = await group.rounds.open(olive!, order(versionId));
    await expect(group.signOff(roundId, ada!)).rejects.toThrow(PreviewComesFirst);
    // Asked for, and never opened: a row, and nothing that the player said.
    await group.database.source.query(
      `insert into preview (id, version_id, course_id, round_id, person_id, token_hash, journal_key, opened_at, live_until,
         last_seen_at, shown_ms)
       select gen_random_uuid(), v.id, v.course_id, $2, $3, '\\x01', '\\x00', $4, $4, $4, 600000
         from course_version v where v.id = $1`,
      [versionId, roundId, ada, group.clock.now()],
    );
    await expect(group.signOff(roundId, ada!)).rejects.toThrow(PreviewComesFirst);
    await expect(
      group.database.source.query(
        `insert into sign_off (round_id, person_id, decision, checklist, preview_seconds, package_sha256, at)
         select id, $2, 'signed_off', '{}', 600, package_sha256, $3 from test_round where id = $1`,
        [roundId, ada, group.clock.now()],
      ),
    ).rejects.toThrow('have not opened');
    await group.refuse(roundId, ada!, 'It does not open on my tablet');
    await group.hasLooked(ada!, versionId, roundId);
    await group.signOff(roundId, ada!);
    const detail = await group.module.get(RoundQueries, { strict: false }).find(roundId);
    expect(detail).toMatchObject({
      parts: 1,
      testersList: [{ name: 'Ada Fenwick', partsOpened: 1 }, { partsOpened: 0 }],
    });
  });

  it('is not signed off by a tester of today', async () => {
    const { versionId } = await group.aCourse();
    const fay = await group.aPerson('Fay Fresh', 'tester');
    const soon = new Date(group.clock.now().getTime() + DAY);
    await group.database.source.query('update person_role set confirms_from = $2 where person_id = $1', [fay, soon]);
    const roundId = await group.aRound(olive!, versionId, [fay, ada!, ben!], 3);
    await expect(group.signOff(roundId, fay)).rejects.toMatchObject({ name: 'TooNewToConfirm', kind: 'not-allowed' });
    await expect(
      group.database.source.query(
        `insert into sign_off (round_id, person_id, decision, checklist, preview_seconds, package_sha256, at)
         select id, $2, 'signed_off', '{}', 600, package_sha256, $3 from test_round where id = $1`,
        [roundId, fay, group.clock.now()],
      ),
    ).rejects.toThrow('does not sign off yet');
  });

  it('takes a decision from its testers only, after a preview and with every line answered', async () => {
    const { versionId } = await group.aCourse();
    const { roundId } = await group.rounds.open(olive!, order(versionId));
    await expect(group.signOff(roundId, ada!)).rejects.toThrow(PreviewComesFirst);
    await group.hasLooked(ada!, versionId, roundId, 21);
    await expect(group.signOffs.signOff(roundId, ada!, { checklist: {} })).rejects.toThrow(SteeringFormIsWrong);
    await expect(group.signOff(roundId, cat!)).rejects.toThrow(RoundNotFound);
    await expect(group.signOff(roundId, olive!)).rejects.toThrow(RoundNotFound);
    await group.signOff(roundId, ada!);
    const [said] = await group.database.source.query<{ seconds: number; same: boolean }[]>(
      `select s.preview_seconds as seconds, s.package_sha256 = v.package_sha256 as same
       from sign_off s, course_version v where s.round_id = $1 and v.id = $2`,
      [roundId, versionId],
    );
    expect(said).toEqual({ seconds: 21 * 60, same: true });
  });

  it('takes a sign-off with a no only from somebody who means it', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!]);
    const checklist = { ...ALL_FINE, '4': { answer: 'no' as const, note: 'The menu is cut off' } };
    await expect(group.signOffs.signOff(roundId, ada!, { checklist })).rejects.toThrow('You answered no');
    await group.signOffs.signOff(roundId, ada!, { checklist, despiteNo: true });
    expect(await group.state(versionId)).toBe('approved');
  });

  it('lets a tester think again until it closes, and remembers what was said before', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!, ben!]);
    await group.signOff(roundId, ada!);
    await expect(group.refuse(roundId, ada!, 'No')).rejects.toThrow('10 characters');
    await group.refuse(roundId, ada!);
    await group.signOff(roundId, ben!);
    expect(await group.state(versionId)).toBe('in_testing');
    await group.signOff(roundId, ada!);
    expect(await group.state(versionId)).toBe('approved');
    expect((await group.trail(roundId)).slice(1, 5)).toEqual([
      'test_round.signed_off',
      'test_round.refused',
      'test_round.signed_off',
      'test_round.signed_off',
    ]);
  });

  it('hears from a tester who could not finish', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!]);
    await expect(group.signOffs.couldNotFinish(roundId, ada!, ' ')).rejects.toThrow(SteeringFormIsWrong);
    await expect(group.signOffs.couldNotFinish(roundId, ben!, 'No sound')).rejects.toThrow(RoundNotFound);
    await group.signOffs.couldNotFinish(roundId, ada!, 'The film stops after a minute');
    const [tester] = await group.database.source.query<{ why: string }[]>(
      'select could_not_finish_why as why from test_round_tester where round_id = $1',
      [roundId],
    );
    expect(tester!.why).toBe('The film stops after a minute');
  });

  it('no longer listens to somebody who is no tester any more', async () => {
    const { versionId } = await group.aCourse();
    const dev = await group.aPerson('Dev Mehta', 'tester');
    const roundId = await group.aRound(olive!, versionId, [dev]);
    await group.database.source.query('delete from person_role where person_id = $1', [dev]);
    await expect(group.signOffs.signOff(roundId, dev, { checklist: ALL_FINE })).rejects.toThrow(NotYoursToDo);
  });
});
