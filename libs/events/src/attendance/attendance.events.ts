/** Somebody was at a session, and has shown something by it: `attended_standing` says what. In the transaction that wrote it. */
export class AttendanceRecorded {
  constructor(
    readonly personId: string,
    readonly at: Date,
  ) {}
}

/** A register was corrected: what somebody seemed to have shown counts no more. In the transaction that corrected it. */
export class AttendanceCorrected {
  constructor(
    readonly personId: string,
    /** Rows of `attended` that stood until now. */
    readonly attendedIds: readonly string[],
    /** The officer. */
    readonly by: string,
    readonly reason: string,
  ) {}
}
