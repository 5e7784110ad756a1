import { formProblems } from '../../../forms/form-problems';
import type { Concerned, VersionPage } from '../version/version.queries';
import { checkView, firstFields } from './publish.view';
import { orderForm, type PublishFields } from './publish-order';

const version = {
  number: 2,
  publications: [],
  course: { slug: 'golf', title: 'Golf', summary: 'Why.', minutes: 25, core: false, published: 1 },
} as unknown as VersionPage;
const concerned: Concerned = { completed: 12, halfWay: [{ version: 1, people: 3 }], notStarted: 66 };
const body: PublishFields = {
  ...firstFields(version),
  policy: 'retake',
  changeNote: 'New rules.',
  'retakeBy-day': '1',
  'retakeBy-month': '3',
  'retakeBy-year': '2027',
  halfWay: 'choice',
};
const read = (fields: PublishFields, asks = true) => orderForm(asks, '2026-11-22').safeParse(fields);

describe('the order to publish', () => {
  it('is read from the form', () => {
    expect(read(body).data).toEqual({
      description: { title: 'Golf', summary: 'Why.', minutes: 25, core: false },
      refresh: { policy: 'retake', changeNote: 'New rules.', retakeBy: '2027-03-01', halfWay: 'choice' },
    });
  });

  it('asks nothing about people when nobody was there before', () => {
    expect(read({ ...firstFields(version) }, false).data).toMatchObject({ refresh: { policy: 'nothing' } });
  });

  it('lists what is wrong in the order of the page', () => {
    const wrong = read({ ...body, title: '', 'retakeBy-day': '' });
    expect(formProblems(wrong.error).errors).toEqual([
      { href: '#title', text: 'Enter a title' },
      { href: '#retakeBy-day', text: 'The last day must include a day' },
    ]);
  });
});

describe('the check before publishing', () => {
  const order = read(body).data!;
  const check = checkView(version, 'publish', concerned, order, { ...body, confirmed: 'no', change: 'x' });

  it('says whom it concerns and what happens to each', () => {
    expect(check.concerns).toEqual([
      'Version 2 takes the place of version 1.',
      '12 people have completed it. They will be asked to take it again by 1 March 2027. What was completed, and certificates, stay on record.',
      '3 people are half-way on version 1. Each chooses: to finish that version, which counts, or to start again on version 2. What was done stays on record.',
      '66 members have not started: they get version 2.',
    ]);
  });

  it('sends on what was typed, without the buttons', () => {
    const names = check.hidden.map(({ name }) => name);
    expect(names).toContain('retakeBy-day');
    expect(names).not.toContain('confirmed');
    expect(names).not.toContain('change');
  });
});
