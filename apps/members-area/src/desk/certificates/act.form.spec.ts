import { formProblems } from '../../forms/form-problems';
import { decideForm, ProposeForms } from './act.form';

const ProposeForm = ProposeForms.revoke;
const DecideForm = decideForm('revoke');

const texts = (form: object) => formProblems(ProposeForm.safeParse(form).error).errors?.map(({ text }) => text);

describe('the form that proposes to revoke a certificate', () => {
  it('wants a reason that others understand, and no novel', () => {
    expect(texts({})).toEqual(['Enter a reason']);
    expect(texts({ reason: '  ' })).toEqual(['Enter a reason']);
    expect(texts({ reason: 'wrong' })).toEqual(['Say the reason so that others understand it: 10 characters or more']);
    expect(texts({ reason: 'x'.repeat(501) })).toEqual(['The reason must be 500 characters or fewer']);
  });

  it('takes a reason as typed', () => {
    expect(ProposeForm.parse({ reason: ' Issued to the\r\nwrong person. ' }).reason).toBe(
      'Issued to the\nwrong person.',
    );
  });
});

it('the decision wants an answer', () => {
  const proposal = '0195c0de-0000-7000-8000-00000000000f';
  const problems = formProblems(DecideForm.safeParse({ proposal, decision: 'perhaps' }).error);
  expect(problems.errors?.map(({ text }) => text)).toEqual(['Select yes if you want to revoke this certificate']);
  expect(DecideForm.safeParse({ proposal, decision: 'keep' }).success).toBe(true);
});
