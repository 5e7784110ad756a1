import { Injectable } from '@nestjs/common';
import { errorWords, RepeatedWork } from '@induct/platform';
import { AttendanceRepository } from './attendance.repository';
import { AttendedTopics } from './attended-topics.service';

const EVERY_MS = 10 * 60_000;
const AT_ONCE = 500;

/**
 * Topics are put right after people had been there, and what that comes to is worked out person by person after the change: when
 * that ends half-way, what the others have shown is found here.
 */
@Injectable()
export class LostAttendance extends RepeatedWork {
  constructor(
    private readonly rows: AttendanceRepository,
    private readonly attended: AttendedTopics,
  ) {
    super('attendance that is not kept', EVERY_MS);
  }

  /** One that cannot be settled does not stop the others. */
  async work(): Promise<void> {
    for (const { sessionId, personId } of await this.rows.lost(AT_ONCE)) {
      if (this.isStopping) return;
      await this.attended
        .settleLost(sessionId, personId)
        .catch((error: Error) =>
          this.logger.warn(`Attendance at ${sessionId} could not be settled: ${errorWords(error)}`),
        );
    }
  }
}
