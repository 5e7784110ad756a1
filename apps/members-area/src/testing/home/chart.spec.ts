import { chart, FILLS, MOST_MODULES } from './chart';

const now = new Date('2026-11-22T14:32:00Z');
const row = (courseId: string, month: string, raised: number, open: number) => ({
  courseId,
  courseTitle: `Module ${courseId}`,
  month,
  raised,
  settled: raised - open,
  blocking: 0,
});

describe('findings by module over time', () => {
  it('names the last six months, over the turn of the year and the change of clocks', () => {
    expect(chart([], now).heads.map(({ text }) => text)).toEqual(['Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov']);
    expect(chart([], new Date('2027-01-31T23:59:00Z')).heads[0]).toEqual({ text: 'Aug', long: 'August 2026' });
    expect(chart([], new Date('2026-05-31T23:30:00Z')).heads.at(-1)?.long).toBe('June 2026');
  });

  it('draws what is settled below what is open, on one scale for all modules', () => {
    const { modules, height } = chart(
      [row('a', '2026-10', 4, 1), row('a', '2026-11', 2, 0), row('b', '2026-11', 8, 8)],
      now,
    );
    const [first, second] = [modules.find(({ title }) => title === 'Module a')!, modules[0]!];
    expect(first.cells.map(({ raised }) => raised)).toEqual(['0', '0', '0', '0', '4', '2']);
    expect(first.cells.map(({ open }) => open)).toEqual(['', '', '', '', '1 open', '']);
    expect(first.columns.map(({ fill }) => fill)).toEqual([FILLS.settled, FILLS.open, FILLS.settled]);
    expect(second.title).toBe('Module b');
    expect(second.columns).toEqual([{ x: 103, y: 2, height: 28, fill: FILLS.open }]);
    for (const { y, height: tall } of first.columns) expect(y + tall).toBeLessThanOrEqual(height);
    expect(first).toMatchObject({ raised: 6, open: 1 });
  });

  it('shows the modules with most findings, and says that it does', () => {
    const rows = Array.from({ length: 31 }, (_, at) => row(String(at), '2026-11', at + 1, 0));
    const { modules, leftOut } = chart(rows, now);
    expect(modules).toHaveLength(MOST_MODULES);
    expect(modules[0]?.title).toBe('Module 30');
    expect(leftOut).toBe('The 8 modules with the most findings, of 31 modules that had any.');
    expect(chart(rows.slice(0, 2), now).leftOut).toBe('');
  });
});
