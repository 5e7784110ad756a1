import { CoursePublished } from '@induct/course';
import { lib } from '@induct/platform';
import { CompletionBelieved, CourseCompleted, CourseCompletedAgain } from './attempt/progress.events';
import { Completions } from './commits/completions';
import { Looks } from './doubts/looks.service';
import { Renewals } from './openings/renewals.service';
import { ProgressModule } from './progress.module';
import { progressMigrations } from './tables/tables';
import { RegistrationEntity } from './attempt/registration.entity';
import { AttemptEntity } from './attempt/attempt.entity';
import { LearningStatementEntity } from './statements/statement.entity';
import { StatementSendingEntity } from './statements/statement-sending.entity';
import { StatementsModule } from './statements/statements.module';
import { SequencingEntity } from './sequencing/sequencing.entity';
import { SequencingLeftEntity } from './sequencing/sequencing-left.entity';
import { SequencingMoveEntity } from './sequencing/sequencing-move.entity';
import { SequencingSharedEntity } from './sequencing/sequencing-shared.entity';
import { ScoStateEntity } from './attempt/sco-state.entity';
import { CommitLogEntity } from './commits/commit-log.entity';
import { ChangedPageEntity } from './commits/changed-page.entity';
import { LaunchEntity } from './attempt/launch.entity';
import { DoubtfulCompletionEntity } from './doubts/doubtful-completion.entity';
import { RenewalEntity } from './openings/renewal.entity';
import { NoteReadEntity } from './openings/note-read.entity';
import { HalfWayChoiceEntity } from './openings/half-way-choice.entity';
import { progressPersonData } from './progress.person-data';
import { AttemptStanding } from './windows/attempt-standing.window';
import { ChangedOpening } from './windows/changed-opening.window';
import { CompletionInDoubt } from './windows/completion-in-doubt.window';
import { DoubtStanding } from './windows/doubt-standing.window';
import { DueNote } from './windows/due-note.window';
import { LookWaiting } from './windows/look-waiting.window';
import { DueRenewal } from './windows/due-renewal.window';
import { NoteReadBy } from './windows/note-read-by.window';
import { PartResult } from './windows/part-result.window';
import { RetakeDue } from './windows/retake-due.window';
import { RegistrationStanding } from './windows/registration-standing.window';

export const progress = lib({
  name: 'progress',
  standsOn: ['people', 'course'],
  module: ProgressModule,
  worker: [StatementsModule],
  entities: [
    RegistrationEntity,
    AttemptEntity,
    ScoStateEntity,
    CommitLogEntity,
    ChangedPageEntity,
    LaunchEntity,
    DoubtfulCompletionEntity,
    RenewalEntity,
    NoteReadEntity,
    HalfWayChoiceEntity,
    SequencingEntity,
    SequencingMoveEntity,
    SequencingSharedEntity,
    SequencingLeftEntity,
    LearningStatementEntity,
    StatementSendingEntity,
  ],
  windows: [
    AttemptStanding,
    ChangedOpening,
    CompletionInDoubt,
    DoubtStanding,
    DueNote,
    LookWaiting,
    DueRenewal,
    NoteReadBy,
    PartResult,
    RegistrationStanding,
    RetakeDue,
  ],
  migrations: progressMigrations,
  announces: [
    { event: CourseCompleted, by: [Completions] },
    { event: CourseCompletedAgain, by: [Completions] },
    { event: CompletionBelieved, by: [Looks] },
  ],
  listens: [{ event: CoursePublished, by: Renewals }],
  personData: progressPersonData,
});
