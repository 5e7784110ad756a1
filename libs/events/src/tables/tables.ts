import { Attendance1797000000260 } from './attendance.tables';
import { Evaluation1797000000282 } from './evaluation.tables';
import { Feedback1797000000280 } from './feedback.tables';
import { ProgrammeImport1797000000210 } from './import.tables';
import { Lessons1797000000281 } from './lessons.tables';
import { Programme1797000000200 } from './programme.tables';

export const eventsMigrations = [
  Programme1797000000200,
  ProgrammeImport1797000000210,
  Attendance1797000000260,
  Feedback1797000000280,
  Evaluation1797000000282,
  Lessons1797000000281,
];
