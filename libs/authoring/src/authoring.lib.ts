import { lib } from '@induct/platform';
import { AuthoringModule } from './authoring.module';
import { authoringPersonData } from './authoring.person-data';
import { ModuleDraftFileEntity } from './drafts/module-draft-file.entity';
import { ModuleDraftPackageEntity } from './drafts/module-draft-package.entity';
import { ModuleDraftRevisionEntity } from './drafts/module-draft-revision.entity';
import { ModuleDraftEntity } from './drafts/module-draft.entity';
import { authoringMigrations } from './tables/tables';
import { DraftPackageBuilt } from './windows/draft-package-built.window';
import { DraftRemoved } from './windows/draft-removed.window';
import { DraftRevisionMade } from './windows/draft-revision-made.window';
import { ModuleDraftStanding } from './windows/module-draft-standing.window';

export const authoring = lib({
  name: 'authoring',
  standsOn: ['people', 'course'],
  module: AuthoringModule,
  entities: [ModuleDraftEntity, ModuleDraftFileEntity, ModuleDraftPackageEntity, ModuleDraftRevisionEntity],
  windows: [DraftPackageBuilt, DraftRemoved, DraftRevisionMade, ModuleDraftStanding],
  migrations: authoringMigrations,
  personData: authoringPersonData,
});
