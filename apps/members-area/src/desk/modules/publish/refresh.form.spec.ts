import { formProblems } from '../../../forms/form-problems';
import { type RefreshFields, refreshForm } from './refresh.form';

const form = refreshForm('2026-11-22');
const texts = (given: RefreshFields) => formProblems(form.safeParse(given).error).errors;
const good = { policy: 'retake', changeNote: 'New rules\r\non gifts.', halfWay: 'choice' };
const by = (day: string, month: string, year: string) => ({
  'retakeBy-day': day,
  'retakeBy-month': month,
  'retakeBy-year': year,
});

describe('the form with what a new version asks of people', () => {
  it('takes what an officer chose', () => {
    expect(form.parse({ ...good, ...by('1', '3', '2027') })).toEqual({
      policy: 'retake',
      changeNote: 'New rules\non gifts.',
      retakeBy: '2027-03-01',
      halfWay: 'choice',
    });
    // A day that was typed before another policy was chosen is no fault.
    expect(form.parse({ policy: 'nothing', halfWay: 'finish_old', ...by('1', '3', '2027') })).toEqual({
      policy: 'nothing',
      changeNote: '',
      halfWay: 'finish_old',
    });
  });

  it('wants answers to both questions', () => {
    expect(texts({})).toEqual([
      { href: '#policy', text: 'Select what it means for people who have completed it' },
      { href: '#halfWay', text: 'Select what people may do who are half-way' },
    ]);
  });

  it('wants to know what has changed when somebody is to read it or to take it again', () => {
    expect(texts({ policy: 'note', changeNote: '  ', halfWay: 'choice' })).toEqual([
      { href: '#changeNote', text: 'Enter what has changed: members are asked to read it' },
    ]);
    expect(texts({ policy: 'note', changeNote: 'x'.repeat(2001), halfWay: 'choice' })?.[0]?.text).toBe(
      'What has changed must be 2,000 characters or fewer',
    );
  });

  it('takes a field that was sent twice for one that is missing', () => {
    const twice = { ...good, changeNote: ['a', 'b'], 'retakeBy-day': ['1', '2'] } as unknown as RefreshFields;
    expect(texts(twice)?.map(({ href }) => href)).toEqual(expect.arrayContaining(['#changeNote', '#retakeBy-day']));
  });

  it.each([
    [by('', '', ''), 'Enter the last day to take it again by'],
    [by('1', '', ''), 'The last day must include a month and a year'],
    [by('30', '2', '2027'), 'The last day must be a real date, like 27 3 2027'],
    [by('x', '2', '2027'), 'The last day must be a real date, like 27 3 2027'],
    [by('21', '11', '2026'), 'The day to take the module again by has passed'],
  ])('says what is wrong with the day %j', (day, text) => {
    expect(texts({ ...good, ...day })).toEqual([{ href: '#retakeBy-day', text }]);
  });
});
