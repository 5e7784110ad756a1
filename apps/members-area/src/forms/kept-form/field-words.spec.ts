import { fieldInWords } from './field-words';

it('names a field as people write', () => {
  expect(['name', 'deadline-day', 'changeNote', 'line3'].map(fieldInWords)).toEqual([
    'Name',
    'Deadline day',
    'Change note',
    'Line 3',
  ]);
});
