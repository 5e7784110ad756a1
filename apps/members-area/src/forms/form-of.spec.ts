import { z } from 'zod';
import { formProblems } from './form-problems';
import { aDay, aDayOrNone, formOf, WHO } from './form-of';

const Form = formOf({
  ...WHO,
  from: aDay('Enter the first day', 'The first day'),
  last: aDayOrNone('The last day'),
  seats: z.coerce.number('Enter how many').min(1, 'Enter 1 or more'),
});

const day = (field: string, ...[date, month, year]: string[]) => ({
  [`${field}-day`]: date,
  [`${field}-month`]: month,
  [`${field}-year`]: year,
});

const sent = { who: ' Ann Baker ', seats: '3', ...day('from', '14', '12', '2026') };
const wrong = (form: unknown) => formProblems(Form.safeParse(form).error).errors?.map(({ href, text }) => [href, text]);

describe('a form of several fields', () => {
  it('reads days from their boxes, beside the other fields', () => {
    expect(Form.parse(sent)).toEqual({ who: 'Ann Baker', seats: 3, from: '2026-12-14', last: null });
    expect(Form.parse({ ...sent, ...day('last', '1', '2', '2027') }).last).toBe('2027-02-01');
    expect(Form.parse({ ...sent, ...day('last', '', '', '') }).last).toBeNull();
  });

  it('says of each field what is wrong, in their order, and leads to the first box of a day', () => {
    expect(wrong({ seats: '0', ...day('from', '31', '2', '2027'), ...day('last', '1', '', '2027') })).toEqual([
      ['#who', 'Enter the name or email address of somebody'],
      ['#from-day', 'The first day must be a real date, like 27 3 2027'],
      ['#last-day', 'The last day must include a month'],
      ['#seats', 'Enter 1 or more'],
    ]);
  });

  it.each([
    ['1', '1', '9999', 'The first day would be 1 January 9999: correct the year'],
    ['4', '5', '217', 'The first day would be 4 May 217: correct the year'],
  ])('takes no day that nobody means: %s %s %s', (date, month, year, says) => {
    expect(wrong({ ...sent, ...day('from', date, month, year) })).toEqual([['#from-day', says]]);
  });

  it.each([undefined, null, {}, 'text', { from: '2026-12-14' }, { from: ['x'] }, day('from', '', '', '')])(
    'finds no day in %j',
    (form) => {
      expect(wrong(form)).toContainEqual(['#from-day', 'Enter the first day']);
    },
  );
});
