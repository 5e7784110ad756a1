import { dueCalendar } from './calendar';

const item = {
  id: '0195c0de-0000-7000-8000-000000000009',
  since: '2027-05-08',
  source: '',
  requirementId: 'r',
  schemeId: null,
  beforeSitting: false,
  againOn: null,
  anew: false,
  needs: ['r'],
  missing: { n: 0, of: [] },
  modules: [],
  minutes: 65,
  title: 'Induction',
  dueOn: '2028-02-29',
};
const about = { url: 'https://members.example/standing', madeAt: new Date('2027-06-30T23:30:05Z') };

describe('due days as a calendar', () => {
  it('are whole days, each with its page', () => {
    expect(dueCalendar([item], about).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Induct//Due days//EN',
      'BEGIN:VEVENT',
      'UID:0195c0de-0000-7000-8000-000000000009@members.example',
      'DTSTAMP:20270630T233005Z',
      'DTSTART;VALUE=DATE:20280229',
      'DTEND;VALUE=DATE:20280301',
      'SUMMARY:To complete: Induction',
      'URL:https://members.example/standing',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('hold no line that is too long, and nothing that a title could end', () => {
    const title = `Bias, gifts; and C:\\files\nEND:VEVENT ${'Llanfairpwllgwyngyll ŵ '.repeat(9)}`;
    const file = dueCalendar([{ ...item, title }], about);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const whole = file.replaceAll('\r\n ', '');
    expect(whole).toContain('Bias\\, gifts\\; and C:\\\\files\\nEND:VEVENT Llanfair');
    expect(whole.match(/^END:VEVENT/gm)).toHaveLength(1);
  });
});
