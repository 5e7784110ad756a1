import { DraftForm } from './draft.form';

const day = (field: string, [dayOfMonth, month, year]: [string, string, string]) => ({
  [`${field}-day`]: dayOfMonth,
  [`${field}-month`]: month,
  [`${field}-year`]: year,
});
const typed = {
  ends: 'months',
  months: '48',
  opens: '6',
  grace: '0',
  ...day('from', ['29', '1', '2027']),
  'line-0-depth': '0',
  'line-0-what': 'core',
};
const toppedUpBy = (by: [string, string, string]) =>
  DraftForm.safeParse({ ...typed, holders: 'top_up', ...day('topup', by) });

it('has the day by which holders show what is new on the day from which the version is in effect, or later', () => {
  expect(toppedUpBy(['29', '1', '2027'])).toMatchObject({ success: true, data: { topUpBy: '2027-01-29' } });
  expect(toppedUpBy(['28', '1', '2027']).error!.issues).toMatchObject([
    { path: ['topup', 'day'], message: 'The day must be on or after the day from which the version is in effect' },
  ]);
});

it('leaves out that day where holders keep their award as it is', () => {
  const kept = DraftForm.safeParse({ ...typed, holders: 'keep', ...day('topup', ['1', '1', '2020']) });
  expect(kept).toMatchObject({ success: true, data: { topUpBy: null } });
});
