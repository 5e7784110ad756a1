import { type Remark, type Remedy, sortOf } from './remark';
import type { AnsweredRow, JudgedProgramme, JudgedRow } from './judge-programme';

/** Which button was pressed at a row. */
export interface Pressed {
  at: number;
  remark: string;
  remedy: string;
  /** The same at every row that is found alike. */
  everywhere: boolean;
}

/**
 * The rows that a press changes, as they are then.
 * @param judged the rows as they were shown
 * @returns empty when that remark or remedy is there no more
 */
export function answers(
  rows: readonly AnsweredRow[],
  { rows: judged }: Pick<JudgedProgramme, 'rows'>,
  { at, remark, remedy, everywhere }: Pressed,
): { at: number; row: AnsweredRow }[] {
  const first = judged[at]?.remarks.find(({ key }) => key === remark);
  if (!first) return [];
  return judged.flatMap((one) => {
    const row = rows[one.at]!;
    const alike = one.remarks.filter((found) =>
      everywhere ? sortOf(found) === sortOf(first) : one.at === at && found.key === remark,
    );
    const pressed = alike.flatMap((found) => {
      const its = found.remedies.find(({ key }) => key === remedy);
      return its ? [[found, its] as const] : [];
    });
    if (pressed.length === 0) return [];
    return [{ at: one.at, row: pressed.reduce((then, [found, its]) => answered(then, found, its), row) }];
  });
}

function answered(row: AnsweredRow, { key }: Remark, { cells, leavesOut }: Remedy): AnsweredRow {
  if (leavesOut) return { ...row, isLeftOut: true };
  if (cells) return { ...row, mended: { ...row.mended, ...cells } };
  return { ...row, kept: [...new Set([...row.kept, key])] };
}

/** How many rows have a remark of that sort, with that remedy. */
export const alike = (rows: readonly JudgedRow[], remark: Remark, { key }: Remedy): number =>
  rows.filter(({ remarks }) =>
    remarks.some((one) => sortOf(one) === sortOf(remark) && one.remedies.some((its) => its.key === key)),
  ).length;
