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

describe('the page of failed jobs', () => {
  it('tells an officer what it is about, why it failed and how to try again', () => {
    const [shown] = jobsView([job], queues, ['officer'], 'mail-server').jobs;
    expect(shown).toMatchObject({
      about: 'NMC-2026-7KQ4M-2XWPH-5',
      aboutHref: '/admin/certificates/NMC-2026-7KQ4M-2XWPH-5',
      tried: 'Tried 5 times, waiting since 14:32 on 22 November 2026.',
      retry: '/admin/jobs/certificates/c1/retry',
    });
    expect(shown?.says).toMatch(/browser that prints certificates/);
  });

  it('does not tell an administrator whose it is', () => {
    const { jobs, board } = jobsView([job], queues, ['administrator'], 'mail-server');
    expect(jobs[0]?.about).toBeUndefined();
    expect(jobs[0]?.aboutHref).toBeUndefined();
    expect(board).toBe(true);
    const named = { ...job, error: 'letters are missing in the holder’s name: 김 민 수' };
    const [shown] = jobsView([named], queues, ['administrator'], 'mail-server').jobs;
    expect(JSON.stringify(shown)).not.toContain('김');
    expect(shown?.says).toBe('The certificate cannot print some letters in the holder’s name.');
    expect(jobsView([named], queues, ['officer'], 'mail-server').jobs[0]?.says).toContain('김 민 수');
  });

  it('says which way letters go', () => {
    expect(jobsView([], queues, ['officer'], 'notify').way).toMatch(/by GOV\.UK Notify/);
    expect(jobsView([], queues, ['officer'], 'mail-server').way).toMatch(/mail server\.$/);
    expect(jobsView([], queues, ['officer'], 'nowhere').way).toMatch(/sent to nobody/);
  });

  it('says what the queues are doing', () => {
    expect(jobsView([], queues, ['officer'], 'mail-server').queues).toEqual([
      { name: 'Certificates', says: '1 at work, 2 waiting' },
      { name: 'Letters', says: 'nothing to do' },
    ]);
  });
});
