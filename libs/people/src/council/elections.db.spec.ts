import { PeopleTrial } from '../../../../test/support/people-trial';
import { Elections } from './elections.service';
import { Terms } from './terms.service';

let trial: PeopleTrial;
let officer: string;
beforeAll(async () => {
  trial = await PeopleTrial.open();
  officer = (await trial.aPerson('officer')).id;
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

const aMember = async () => (await trial.aPerson('member')).id;

describe('an election', () => {
  const elections = () => trial.parts.get(Elections);
  const terms = () => trial.parts.get(Terms);

  it('brings people into office on the fourth day after the poll, until the next', async () => {
    const person = await aMember();
    const election = await elections().hold({ kind: 'ordinary', heldOn: '2017-05-04', by: officer });
    const term = await terms().elect({ personId: person, electionId: election, division: 'Dunsey Town', by: officer });
    const again = terms().elect({ personId: person, electionId: election, division: 'Dunsey Rural', by: officer });
    await expect(again).rejects.toMatchObject({ name: 'AlreadyInOffice' });
    const ended = await terms().end({ termId: term, until: '2021-05-10', by: officer });
    const [row] = await trial.rows(
      'select during::text, takes_office_on::text as takes, replaces from term where id = $1',
      [ended],
    );
    expect(row).toEqual({ during: '[2017-05-08,2021-05-10)', takes: '2017-05-08', replaces: term });
    await expect(elections().withdraw(election, { by: officer, reason: 'x' })).rejects.toMatchObject({
      name: 'ElectionHasTerms',
    });
    await terms().withdraw({ termId: ended, by: officer, reason: 'Another person' });
    await elections().withdraw(election, { by: officer, reason: 'Held a week later' });
    await expect(
      terms().elect({ personId: person, electionId: election, division: 'Dunsey Town', by: officer }),
    ).rejects.toMatchObject({ name: 'ElectionNotFound' });
  });

  it('is recorded once; a by-election on 29 February has its division', async () => {
    const given = { kind: 'by_election', heldOn: '2024-02-29', by: officer } as const;
    await expect(elections().hold(given)).rejects.toMatchObject({ name: 'DivisionIsMissing' });
    const election = await elections().hold({ ...given, division: 'Kelderby South' });
    await expect(elections().hold({ ...given, division: 'kelderby south' })).rejects.toMatchObject({
      name: 'ElectionIsRecorded',
    });
    expect(await elections().on('2024-02-29', 'by_election', 'Kelderby South')).toBe(election);
    const personId = await aMember();
    const early = {
      personId,
      electionId: election,
      division: 'Kelderby South',
      takesOfficeOn: '2024-02-28',
      by: officer,
    };
    await expect(terms().elect(early)).rejects.toMatchObject({ name: 'BeforeThePoll' });
    const term = await terms().elect({ ...early, takesOfficeOn: undefined });
    const put = { termId: term, division: 'Kelderby North', takesOfficeOn: '2024-03-05', until: null };
    await terms().correct({ ...put, by: officer, reason: 'The paper says so' });
    expect(
      await trial.rows(
        'select division, during::text from term where person_id = $1 order by recorded_at, replaces nulls first',
        [personId],
      ),
    ).toEqual([
      { division: 'Kelderby South', during: '[2024-03-04,)' },
      { division: 'Kelderby North', during: '[2024-03-05,)' },
    ]);
  });
});
