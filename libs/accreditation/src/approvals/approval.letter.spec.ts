import { approvalLetter } from './approval.letter';

const about = {
  what: 'template' as const,
  name: 'Adam Lee',
  number: 3,
  scheme: 'Planning' as string | null,
  fromDay: '2026-12-01' as string | null,
  proposedAt: new Date('2026-11-26T10:00:00Z'),
  proposedBy: 'Olive Hart',
  url: 'http://localhost/admin/templates/3',
};

describe('the letter about what waits for approval', () => {
  it('says which template, of whom, from when, and who approves it', () => {
    const { subject, text } = approvalLetter(about);
    expect(subject).toBe('Template 3 of certificates waits for you to approve it');
    expect(text).toContain('Olive Hart proposed template 3 on');
    expect(text).toContain('From 1 December 2026 certificates of “Planning” are to say and look like it.');
    expect(text).toContain('An administrator who did not write it');
    expect(text).toContain('http://localhost/admin/templates/3');
    const every = approvalLetter({ ...about, scheme: null, fromDay: null }).text;
    expect(every).toContain('From the day on which it is approved certificates are to say and look like it.');
  });

  it('says that arms wait for another person', () => {
    const { subject, text } = approvalLetter({ ...about, what: 'mark', number: null });
    expect(subject).toBe('Arms or a logo for certificates wait for you to confirm them');
    expect(text).toContain('for certificates on');
    expect(text).toContain('from 1 December 2026 on');
    expect(text).toContain('Another person at the desk');
  });
});
