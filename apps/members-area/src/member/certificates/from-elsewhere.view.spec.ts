import type { Claim } from '@induct/accreditation';
import { fromElsewhere } from './from-elsewhere.view';

const TODAY = '2026-11-30';
const brought = (given: Partial<Claim>) =>
  fromElsewhere(
    [
      {
        id: '0195c0de-0000-7000-8000-0000000000a1',
        title: 'Serving on the planning committee',
        kind: 'outside_certificate',
        words: 'Planning for councillors, by the county',
        accepted: true,
        decidedAt: new Date('2026-06-10T09:00:00Z'),
        countsUntil: null,
        withdrawnAt: null,
        sha256: 'ab',
        enteredBy: null,
        enteredByName: null,
        ...given,
      } as Claim,
    ],
    TODAY,
  );

describe('a certificate from elsewhere', () => {
  it('stands with what its holder wrote, and with their file', () => {
    expect(brought({})).toEqual([
      {
        title: 'Serving on the planning committee',
        tag: { text: 'It counts', kind: 'done' },
        words: 'Accepted on 10 June 2026. It counts without an end date.',
        entered: undefined,
        typed: 'Planning for councillors, by the county',
        file: '/standing/claims/0195c0de-0000-7000-8000-0000000000a1/file',
      },
    ]);
    expect(brought({ sha256: null })[0]!.file).toBeUndefined();
  });

  it('says who entered it for them', () => {
    const entered = (enteredByName: string | null) => brought({ enteredBy: 'o', enteredByName })[0]!.entered;
    expect([entered('Olive Officer'), entered(null)]).toEqual([
      'Entered for you by Olive Officer.',
      'Entered for you by an officer.',
    ]);
  });

  it.each([
    ['on its last day', { countsUntil: TODAY }, 'It counts', 'It counts until 30 November 2026.'],
    ['the day after', { countsUntil: '2026-11-29' }, 'Expired', 'It ran out on 29 November 2026.'],
    [
      'once it is withdrawn',
      { countsUntil: '2027-01-01', withdrawnAt: new Date('2026-07-01T09:00:00Z') },
      'Withdrawn',
      'Withdrawn on 1 July 2026: it counts no more.',
    ],
  ])('says %s how it stands', (_, given, tag, words) => {
    expect(brought(given)).toMatchObject([{ tag: { text: tag }, words: expect.stringContaining(words) }]);
  });

  it('is none while it waits or when it was refused, and learning of another kind is none', () => {
    for (const given of [{ accepted: null, decidedAt: null }, { accepted: false }, { kind: 'recording' as const }])
      expect(brought(given)).toEqual([]);
  });
});
