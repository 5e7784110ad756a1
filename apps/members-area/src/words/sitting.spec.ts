import type { NamedState, Sitter } from '@induct/accreditation';
import { CAPACITIES } from '@induct/people';
import { missingWords, myMissingWords, myPlaceWords, placeWords, reasonWords } from './sitting';

const at = (by: 'seat' | 'named' | 'group', capacity: (typeof CAPACITIES)[number]): Pick<Sitter, 'place'> => ({
  place: { by, capacity, lastDay: null },
});
const asked = (changes: Partial<NamedState>): NamedState => ({
  kind: 'scheme',
  id: 'core',
  title: 'Core skills',
  binding: true,
  met: false,
  since: null,
  until: null,
  ended: null,
  revokedOn: null,
  suspended: false,
  waits: false,
  ...changes,
});

describe('by what somebody takes part', () => {
  it.each([
    [at('seat', 'chair'), 'Chair', 'as its chair'],
    [at('seat', 'vice_chair'), 'Vice-chair', 'as its vice-chair'],
    [at('seat', 'member'), 'Member', 'as a member of it'],
    [at('seat', 'co_opted'), 'Co-opted member', 'as a co-opted member of it'],
    [at('named', 'substitute'), 'Named substitute', 'as a named substitute'],
    [at('group', 'substitute'), 'Substitute of a group', 'as a substitute of your group'],
  ])('is said to officers, and to themselves: %j', (sitter, toOfficers, toThemselves) => {
    expect([placeWords(sitter), myPlaceWords(sitter)]).toEqual([toOfficers, toThemselves]);
  });
});

describe('what keeps somebody from sitting', () => {
  it.each([
    [asked({}), 'not shown', 'You have not shown “Core skills” yet.'],
    [asked({ title: null }), 'not shown', 'You do not hold the statutory certificate yet.'],
    [
      asked({ ended: '2026-11-30' }),
      'ran out on 30 November 2026',
      'What you have shown of “Core skills” ran out on 30 November 2026.',
    ],
    [
      asked({ revokedOn: '2026-11-30', ended: '2026-11-29' }),
      'the certificate was revoked on 30 November 2026',
      'Your certificate “Core skills” was revoked on 30 November 2026.',
    ],
    [
      asked({ waits: true, revokedOn: '2026-11-20' }),
      'earned, and the certificate is still to be issued',
      'You have earned “Core skills”: an officer has still to issue the certificate.',
    ],
    [
      asked({ waits: true, ended: '2026-11-29' }),
      'earned, and the certificate is still to be issued',
      'You have earned “Core skills”: an officer has still to issue the certificate.',
    ],
    [
      asked({ suspended: true }),
      'the certificate is suspended',
      'Your certificate “Core skills” is suspended: for now it does not count.',
    ],
  ])('is said of %j', (one, toOfficers, toThemselves) => {
    expect([missingWords(one), myMissingWords(one)]).toEqual([toOfficers, toThemselves]);
    expect(reasonWords({ may: false, asked: [one] })).toContain(`: ${toOfficers}`);
  });

  it('is nothing where nothing is asked', () => {
    expect(reasonWords({ may: true, asked: [asked({ binding: false })] })).toBe('Nothing has to be shown for it');
  });
});
