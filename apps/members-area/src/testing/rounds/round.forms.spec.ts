import { randomUUID } from 'node:crypto';
import { deadlineForm } from '../../forms/deadline.form';
import { formProblems } from '../../forms/form-problems';
import { AddTestersForm, CloseForm, CouldNotFinishForm } from './round.forms';

const now = new Date('2026-11-22T14:32:00Z');
const day = (...[first, month, year]: string[]) => ({
  'deadline-day': first,
  'deadline-month': month,
  'deadline-year': year,
});

describe('the deadline of a round', () => {
  it.each([
    [{}, 'Enter the last day of the round'],
    [day('', ' ', ''), 'Enter the last day of the round'],
    [day('3', '', ''), 'The last day must include a month and a year'],
    [day('31', '2', '2027'), 'The last day must be a real date, like 27 3 2027'],
    [day('first', '2', '2027'), 'The last day must be a real date, like 27 3 2027'],
    [day('1.5', '2', '2027'), 'The last day must be a real date, like 27 3 2027'],
    [day('1', '12', '27'), 'The last day would be 1 December 27: correct the year'],
    [day('21', '11', '2026'), 'The last day must be today or later'],
    [day('1', '1', '2030'), 'The last day must be within a year'],
  ])('%o is refused', (form, text) => {
    expect(formProblems(deadlineForm(now).safeParse(form).error)).toEqual({
      errors: [{ href: '#deadline-day', text }],
      message: { deadline: { text } },
    });
  });

  it('is five in the afternoon of that day', () => {
    expect(deadlineForm(now).parse(day('22', '11', '2026')).deadline).toEqual(new Date('2026-11-22T17:00:00Z'));
    expect(deadlineForm(now).parse(day('03', '6', '2027')).deadline).toEqual(new Date('2027-06-03T16:00:00Z'));
  });

  it('cannot be today after five', () => {
    const late = new Date('2026-11-22T17:30:00Z');
    const { error } = deadlineForm(late).safeParse(day('22', '11', '2026'));
    expect(error?.issues[0]?.message).toBe('The last day must be tomorrow or later');
  });
});

describe('the other forms of a round', () => {
  it('take one tester, or several, but not none', () => {
    const [one, two] = [randomUUID(), randomUUID()];
    expect(AddTestersForm.parse({ testers: one })).toEqual({ testers: [one] });
    expect(AddTestersForm.parse({ testers: [one, two] })).toEqual({ testers: [one, two] });
    expect(formProblems(AddTestersForm.safeParse({}).error).errors?.[0]?.text).toBe('Select who is to test it as well');
  });

  it('want to be meant', () => {
    expect(CloseForm.safeParse({}).error?.issues[0]?.message).toBe('Tick the box if you want to close the round');
    expect(CouldNotFinishForm.safeParse({ why: '' }).error?.issues[0]?.message).toBe('Enter what stopped you');
    expect(CouldNotFinishForm.parse({ why: ' It froze at part 3. ' })).toEqual({ why: 'It froze at part 3.' });
  });
});
