import { lib } from '@induct/platform';
import { PRINT_JOB, PrintPayload } from '@induct/printing';
import { EditionLettersModule } from './editions/edition-letters.module';
import { EditionPublishingModule } from './editions/edition-publishing.module';
import { HandbookEditionTextEntity } from './editions/handbook-edition-text.entity';
import { HandbookEditionToldEntity } from './editions/handbook-edition-told.entity';
import { HandbookEditionEntity } from './editions/handbook-edition.entity';
import { HandbookPaperEntity } from './editions/handbook-paper.entity';
import { ElectionDaysEntity } from './first-weeks/election-days.entity';
import { FirstStepConfirmationEntity } from './first-weeks/first-step-confirmation.entity';
import { FirstStepVersionEntity } from './first-weeks/first-step-version.entity';
import { FirstStepEntity } from './first-weeks/first-step.entity';
import { HandbookModule } from './handbook.module';
import { handbookPersonData } from './handbook.person-data';
import { LibrarySearchModule } from './library/library-search.module';
import { LinkCheckEntity } from './library/link-check.entity';
import { ResourceEntity } from './library/resource.entity';
import { ResourceFileEntity } from './library/resource-file.entity';
import { ResourceVersionEntity } from './library/resource-version.entity';
import { LinkChecksModule } from './links/link-checks.module';
import { StepDoneEntity } from './own-weeks/step-done.entity';
import { StepReminderEntity } from './own-weeks/step-reminder.entity';
import { StepRemindersModule } from './own-weeks/step-reminders.module';
import { HandbookEntryEntity } from './sections/handbook-entry.entity';
import { HandbookTextEntity } from './sections/handbook-text.entity';
import { handbookMigrations } from './tables/tables';

export const handbook = lib({
  name: 'handbook',
  standsOn: ['letters', 'printing', 'people', 'events'],
  module: HandbookModule,
  worker: [EditionLettersModule, EditionPublishingModule, LibrarySearchModule, LinkChecksModule, StepRemindersModule],
  entities: [
    ElectionDaysEntity,
    FirstStepConfirmationEntity,
    FirstStepEntity,
    FirstStepVersionEntity,
    HandbookEditionEntity,
    HandbookEditionTextEntity,
    HandbookEditionToldEntity,
    HandbookEntryEntity,
    HandbookPaperEntity,
    HandbookTextEntity,
    LinkCheckEntity,
    ResourceEntity,
    ResourceFileEntity,
    ResourceVersionEntity,
    StepDoneEntity,
    StepReminderEntity,
  ],
  migrations: handbookMigrations,
  jobs: [{ queue: 'handbooks', name: PRINT_JOB, payload: PrintPayload }],
  personData: handbookPersonData,
});
