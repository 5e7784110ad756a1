import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { AttendanceRepository } from './attendance/attendance.repository';
import { CheckInKey } from './attendance/check-in-key';
import { CheckIns } from './attendance/check-ins.service';
import { Registers } from './attendance/registers.service';
import { EvaluationRepository } from './evaluation/evaluation.repository';
import { Evaluation } from './evaluation/evaluation.service';
import { Answering } from './feedback/answering.service';
import { Asking } from './feedback/asking.service';
import { FeedbackRepository } from './feedback/feedback.repository';
import { WhatWasSaid } from './feedback/what-was-said.service';
import { QuestionRepository } from './feedback/question.repository';
import { ProgrammeExport } from './import/programme-export.service';
import { ProgrammeImportRepository } from './import/programme-import.repository';
import { ProgrammeImports } from './import/programme-imports.service';
import { Captures } from './lessons/captures.service';
import { LessonRepository } from './lessons/lesson.repository';
import { Lessons } from './lessons/lessons.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';
import { ShownProgramme } from './programme/shown-programme.queries';

@Module({
  imports: [LettersModule],
  providers: [
    Answering,
    Asking,
    AttendanceRepository,
    Captures,
    CheckInKey,
    CheckIns,
    Evaluation,
    EvaluationRepository,
    FeedbackRepository,
    WhatWasSaid,
    LessonRepository,
    Lessons,
    Programme,
    ProgrammeExport,
    ProgrammeImportRepository,
    ProgrammeImports,
    ProgrammeRepository,
    QuestionRepository,
    Registers,
    ShownProgramme,
  ],
  exports: [
    Answering,
    Asking,
    Captures,
    CheckIns,
    Evaluation,
    Lessons,
    WhatWasSaid,
    Programme,
    ProgrammeExport,
    ProgrammeImports,
    Registers,
    ShownProgramme,
  ],
})
export class EventsModule {}
