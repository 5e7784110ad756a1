import type { DataSource } from 'typeorm';

/** What a version of our own says of itself: two facts of the council, a screen, two facts to confirm and what may change. */
export const DECLARED = {
  format: 1,
  reviewed: '2026-11-01',
  reviewBy: '2027-05-31',
  screens: [{ id: 'gifts', title: 'Gifts and hospitality' }],
  facts: [
    { key: 'council_name', label: 'Council name', kind: 'text', says: 'Northmoor County Council' },
    { key: 'fraud_line', label: 'Fraud line', kind: 'phone', says: '01632 960 114' },
  ],
  lines: [{ screen: 'gifts', text: 'At {{council_name}}, ring {{fraud_line}} at any hour.' }],
  review: [
    { id: 'sum', asks: 'confirm', text: 'The sum is £50.' },
    { id: 'who', asks: 'localise', text: 'Who receives reports.' },
    { id: 'bill', asks: 'watch', text: 'A Bill would change it.' },
  ],
};

/** As if the newest version of a course had been uploaded with it. */
export async function declares(source: DataSource, courseId: string, declared: object = DECLARED): Promise<string> {
  const [rows] = await source.query<[{ id: string }[]]>(
    `update course_version set declared = $2
      where course_id = $1 and number = (select max(number) from course_version where course_id = $1) returning id`,
    [courseId, JSON.stringify(declared)],
  );
  return rows[0]!.id;
}
