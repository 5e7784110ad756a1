import { ProgressFilter } from './progress-filter';
import type { ProgressRow } from './progress.queries';
import { progressView } from './progress.view';

const at = new Date('2026-11-22T14:32:00Z');
const counts = { completed: 20, retake_due: 0, retake_overdue: 0, in_progress: 10, not_passed: 1, not_started: 50 };
const figures = { members: 81, modules: [{ slug: 'code', title: 'The code of conduct', core: true, counts }], at };
const choices = { modules: [{ slug: 'code', title: 'The code of conduct' }], groups: ['Green', 'Labour'] };
const row: ProgressRow = {
  personId: '6c1d6d5e-58f6-4d36-a8f5-0a2f0d2f1c11',
  name: "Siobhán O'Brien",
  group: null,
  module: 'The code of conduct',
  slug: 'code',
  completion: 'completed',
  success: 'passed',
  score: 85,
  progress: null,
  learningSeconds: 1500,
  timeMeasured: false,
  recordedAt: at,
  completedAt: at,
};
const view = (query: object, rows = [row]) =>
  progressView({ filter: ProgressFilter.parse(query), figures, choices, rows });

describe('the progress page', () => {
  it('says how many are shown, and when they were counted', () => {
    expect(view({}).summary).toBe('81 members, 1 published module: 81 records. Counted at 14:32 on 22 November 2026.');
    expect(view({}).list.says).toBe('Showing 1 to 25 of 81');
  });

  it('says each status in words, with the score and the time it was recorded', () => {
    expect(view({}).list.rows[0]).toMatchObject([
      { text: "Siobhán O'Brien", href: '/admin/members/6c1d6d5e-58f6-4d36-a8f5-0a2f0d2f1c11' },
      { head: 'Political group', text: 'No group' },
      { head: 'Module', text: 'The code of conduct' },
      { head: 'Status', tag: { text: 'Completed', kind: 'done' }, detail: 'score 85%' },
      { head: 'Recorded', text: '14:32 on 22 November 2026' },
    ]);
  });

  it('says by when a module is to be taken again, and shows these columns only then', () => {
    const retake = { by: '2027-03-01', isOverdue: false };
    expect(view({}, [{ ...row, retake }]).list.rows[0]?.slice(3)).toMatchObject([
      { tag: { text: 'Retake due', kind: 'warning' }, detail: 'by 1 March 2027, score 85%' },
      { text: '14:32 on 22 November 2026' },
    ]);
    expect(view({}, [{ ...row, retake: { ...retake, isOverdue: true } }]).list.rows[0]?.[3]).toMatchObject({
      tag: { text: 'Retake overdue', kind: 'bad' },
    });
    const module = { ...figures.modules[0]!, counts: { ...counts, completed: 17, retake_due: 2, retake_overdue: 1 } };
    const { picture } = progressView({
      filter: ProgressFilter.parse({}),
      figures: { ...figures, modules: [module] },
      choices,
      rows: [],
    });
    expect(picture.heads.map(({ text }) => text).slice(0, 3)).toEqual(['Completed', 'Retake due', 'Retake overdue']);
    expect(picture.bars[0]?.cells).toEqual(['17', '2', '1', '10', '1', '50']);
  });

  it('counts the pages of the status asked for', () => {
    const { list } = view({ status: 'not_started' });
    expect(list.total).toBe(50);
    expect(list.pages).toBe(2);
    expect(list.pagination?.next?.href).toBe('/admin/progress?status=not_started&page=2');
  });

  it('keeps the filter in the file, whatever the page', () => {
    expect(view({ group: 'Green', page: '2', per: '50' }).list).toMatchObject({
      csv: '/admin/progress.csv?group=Green',
      json: '/admin/progress.json?group=Green',
    });
  });

  it('draws each module with its four numbers', () => {
    const [bar] = view({}).picture.bars;
    expect(bar?.cells).toEqual(['20', '10', '1', '50']);
    expect(bar?.href).toBe('/admin/progress?module=code');
    expect(view({ module: 'code' }).picture.bars[0]?.href).toBeUndefined();
  });
});
