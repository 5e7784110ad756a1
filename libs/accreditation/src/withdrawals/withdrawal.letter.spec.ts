import { withdrawalLetter } from './withdrawal.letter';

const about = {
  name: 'Ann Baker',
  title: 'Equality and diversity',
  kind: 'prior_learning' as const,
  metOn: '2026-05-18',
  reason: 'The course you name was cancelled.',
  isMet: false,
  due: [
    { title: 'Induction', dueOn: '2026-12-01' },
    { title: 'Equality, for our group', dueOn: '2027-01-13' },
  ],
  url: 'http://localhost/standing',
};

describe('the letter about what was withdrawn', () => {
  it('says what, why in the officer’s words, and what is asked again by when', () => {
    const { subject, text } = withdrawalLetter(about);
    expect(subject).toBe('It counts no more: what you showed for Equality and diversity');
    expect(text).toContain('“Equality and diversity” you had shown what you learned before, on 18 May 2026.');
    expect(text).toContain('The officer says: The course you name was cancelled.');
    expect(text).toContain('Induction, to complete by 1 December 2026');
    expect(text).toContain('Equality, for our group, to complete by 13 January 2027');
    expect(text).toContain('http://localhost/standing');
  });

  it('asks for nothing that is met in another way', () => {
    const { text } = withdrawalLetter({ ...about, isMet: true });
    expect(text).toContain('nothing is asked of you again');
    expect(text).not.toContain('has to be shown again');
  });
});
