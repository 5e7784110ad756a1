import { jobsView } from './jobs.view';

const job = {
  kind: 'certificate' as const,
  id: 'c1',
  about: 'NMC-2026-7KQ4M-2XWPH-5',
  error: 'Protocol error: Target closed',
  attempts: 5,
  since: new Date('2026-11-22T14:32:00Z'),
};
const queues = [
  { name: 'certificates', waiting: 2, active: 1 },
  { name: 'mail', waiting: 0, active: 0 },
];

describe('the page of what could not be made or sent', () => {
  it('tells an officer what it is about, why it failed, who waits and how to try again', () => {
    const [shown] = jobsView([job], queues, ['officer'], 'mail-server').causes;
    expect(shown?.title).toBe('A certificate could not be made');
    expect(shown?.says).toMatch(/browser that prints certificates/);
    expect(shown?.waits).toContain('Its holder waits for the document.');
    expect(shown?.jobs).toEqual([
      {
        name: 'certificates:c1',
        about: 'NMC-2026-7KQ4M-2XWPH-5',
        aboutHref: '/admin/certificates/NMC-2026-7KQ4M-2XWPH-5',
        tried: 'Tried 5 times, waiting since 14:32 on 22 November 2026.',
        retry: '/admin/jobs/certificates/c1/retry',
      },
    ]);
  });

  it('does not tell an administrator whose it is', () => {
    const { causes, board } = jobsView([job], queues, ['administrator'], 'mail-server');
    expect(causes[0]?.jobs[0]).toMatchObject({ about: undefined, aboutHref: undefined });
    expect(board).toBe(true);
    const named = { ...job, error: 'letters are missing in the holder’s name: 김 민 수' };
    const [shown] = jobsView([named], queues, ['administrator'], 'mail-server').causes;
    expect(JSON.stringify(shown)).not.toContain('김');
    expect(shown?.says).toBe('The certificate cannot print some letters in the holder’s name.');
    expect(jobsView([named], queues, ['officer'], 'mail-server').causes[0]?.says).toContain('김 민 수');
  });

  it('makes one of what failed for one reason, and says when there are more than it shows', () => {
    const letter = { ...job, kind: 'mail' as const, about: 'Your place', error: 'connect ECONNREFUSED 127.0.0.1:25' };
    const many = [job, ...Array.from({ length: 100 }, (_, nth) => ({ ...letter, id: `m${nth}` }))];
    const { causes, more } = jobsView(many, queues, ['officer'], 'mail-server');
    expect(causes.map(({ title, jobs }) => [title, jobs.length])).toEqual([
      ['A certificate could not be made', 1],
      ['99 letters could not be sent', 99],
    ]);
    expect([causes[1]?.waits, causes[0]?.oldest, causes[1]?.oldest]).toEqual([
      'Those they are for do not know what they say.',
      undefined,
      'The oldest waits since 14:32 on 22 November 2026.',
    ]);
    expect(more).toMatch(/^These are the 100 newest\./);
    expect(jobsView(many.slice(0, 100), queues, ['officer'], 'mail-server').more).toBeUndefined();
    const two = [letter, { ...letter, id: 'm2', error: '550 user unknown' }];
    expect(jobsView(two, queues, ['officer'], 'mail-server').causes).toHaveLength(2);
  });

  it('says which way letters go', () => {
    expect(jobsView([], queues, ['officer'], 'notify').way).toMatch(/by GOV\.UK Notify/);
    expect(jobsView([], queues, ['officer'], 'mail-server').way).toMatch(/mail server\.$/);
    expect(jobsView([], queues, ['officer'], 'nowhere').way).toMatch(/sent to nobody/);
  });

  it('says what the queues are doing, and nothing of those that do nothing', () => {
    expect(jobsView([], queues, ['officer'], 'mail-server').queues).toEqual([
      { name: 'Certificates', says: '1 at work, 2 waiting' },
    ]);
  });
});
