import { lib } from '@induct/platform';
import { ElectionDaysEntity } from './first-weeks/election-days.entity';
import { FirstStepConfirmationEntity } from './first-weeks/first-step-confirmation.entity';
import { FirstStepVersionEntity } from './first-weeks/first-step-version.entity';
import { FirstStepEntity } from './first-weeks/first-step.entity';
import { HandbookModule } from './handbook.module';
import { handbookPersonData } from './handbook.person-data';
import { handbookMigrations } from './tables/tables';

export const handbook = lib({
  name: 'handbook',
  standsOn: ['people', 'events'],
  module: HandbookModule,
  entities: [ElectionDaysEntity, FirstStepConfirmationEntity, FirstStepEntity, FirstStepVersionEntity],
  migrations: handbookMigrations,
  personData: handbookPersonData,
});
