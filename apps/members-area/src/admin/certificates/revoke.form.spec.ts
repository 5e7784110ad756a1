import { formProblems } from '../form-problems';
import { RevokeForm } from './revoke.form';

const texts = (form: object) => formProblems(RevokeForm.safeParse(form).error).errors?.map(({ text }) => text);

describe('the form to revoke a certificate', () => {
  it('wants a reason and an answer to the question', () => {
    expect(texts({})).toEqual(['Enter a reason', 'Select yes if you want to revoke this certificate']);
    expect(texts({ reason: '  ', sure: 'perhaps' })).toEqual([
      'Enter a reason',
      'Select yes if you want to revoke this certificate',
    ]);
  });

  it('wants a reason that others understand, and no novel', () => {
    expect(texts({ reason: 'wrong', sure: 'yes' })).toEqual([
      'Say the reason so that others understand it: 10 characters or more',
    ]);
    expect(texts({ reason: 'x'.repeat(501), sure: 'yes' })).toEqual(['The reason must be 500 characters or fewer']);
  });

  it('takes a reason as typed', () => {
    const form = RevokeForm.parse({ reason: ' Issued to the\r\nwrong person. ', sure: 'yes' });
    expect(form.reason).toBe('Issued to the\nwrong person.');
  });
});
