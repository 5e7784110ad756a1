import { randomUUID } from 'node:crypto';
import { formProblems } from '../../../forms/form-problems';
import { type NewRoundFields, newRoundForm } from './new-round.form';

const form = newRoundForm(new Date('2026-11-22T14:32:00Z'), 2);
const [ann, ben] = [randomUUID(), randomUUID()];
const good: NewRoundFields = {
  testers: [ann, ben],
  'deadline-day': '6',
  'deadline-month': '12',
  'deadline-year': '2026',
  quorum: ' 2 ',
  focus: 'The part on gifts.\r\nIs it right?',
  checklist: 'Is it right?\r\n\r\n Is it plain? ',
};
const texts = (given: NewRoundFields) => formProblems(form.safeParse(given).error).errors?.map(({ text }) => text);

describe('the form to open a test round', () => {
  it('takes what an officer types', () => {
    expect(form.parse(good)).toEqual({
      testers: [ann, ben],
      deadline: new Date('2026-12-06T17:00:00Z'),
      quorum: 2,
      focus: 'The part on gifts.\nIs it right?',
      checklist: ['Is it right?', 'Is it plain?'],
    });
    expect(form.parse({ ...good, testers: [ann, ben], quorum: '2' }).testers).toEqual([ann, ben]);
  });

  it('names everything that is missing, in the order of the page', () => {
    expect(texts({})).toEqual([
      'Select who is to test it',
      'Enter the last day of the round',
      'Enter how many have to sign it off',
      'Enter at least one line of the checklist',
    ]);
  });

  it.each([
    [{ quorum: 'two' }, 'How many have to sign it off must be a whole number, like 2'],
    [{ quorum: '1' }, 'At least 2 testers have to sign it off'],
    [{ quorum: '3' }, 'How many have to sign it off cannot be more than the testers you selected'],
    [{ quorum: '2', testers: [ann, ann] }, 'How many have to sign it off cannot be more than the testers you selected'],
    [{ testers: ['x'] }, 'Select who is to test it'],
    [{ 'deadline-day': '21', 'deadline-month': '11' }, 'The last day must be today or later'],
    [{ checklist: ' \r\n ' }, 'Enter at least one line of the checklist'],
    [{ checklist: 'x\n'.repeat(21) }, 'The checklist can have 20 lines at most'],
    [{ focus: 'x'.repeat(4001) }, 'What to look at must be 4,000 characters or fewer'],
  ])('says what is wrong with %j', (given, text) => {
    expect(texts({ ...good, ...given })).toEqual([text]);
  });
});
