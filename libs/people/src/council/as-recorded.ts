/** When a row was written, and when it was superseded. */
export interface Recorded {
  recordedAt: Date;
  supersededAt: Date | null;
}

/** Whether it was what was said at that moment. */
export const asRecorded = ({ recordedAt, supersededAt }: Recorded, moment: Date): boolean =>
  recordedAt <= moment && (supersededAt === null || supersededAt > moment);

/** The same in SQL. @param row alias of a table or window with both columns @param moment a parameter, `$1` */
export const AS_RECORDED = (row: string, moment: string): string =>
  `(${row}.recorded_at <= ${moment} and (${row}.superseded_at is null or ${row}.superseded_at > ${moment}))`;
