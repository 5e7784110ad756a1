import { Module } from '@nestjs/common';
import {
  CouncilWordsOf,
  Courses,
  DispatchOpenings,
  DispatchRepository,
  FactsRepository,
  HostRepository,
  TasterOpenings,
  TasterRepository,
} from '@induct/course';
import { ProgressModule } from '@induct/progress';
import { SteeringModule } from '@induct/steering';
import { DispatchController } from './dispatch/dispatch.controller';
import { DispatchedFiles, DispatchedFilesController } from './dispatch/dispatched-files';
import { PackageFilesController } from './files/package-files.controller';
import { PackageFiles } from './files/package-files.service';
import { CouncilDressController } from './player/council-dress.controller';
import { LaunchedPage } from './player/launched-page';
import { VersionPolicies } from './files/version-policies';
import { PlayerAssets } from './player/player-assets';
import { PlayerAssetsController } from './player/player-assets.controller';
import { PlayerPages } from './player/player-pages';
import { PlayerController } from './player/player.controller';
import { PreviewController } from './player/preview.controller';
import { TastedFiles, TastedFilesController } from './taster/tasted-files';
import { TasterController } from './taster/taster.controller';
import { NoServiceWorkers } from './origin/service-workers';

/** The player page and the package files. Stands on PlatformModule, which the application brings. */
@Module({
  imports: [ProgressModule, SteeringModule],
  // Service workers are refused before anything else is looked at.
  providers: [
    NoServiceWorkers,
    // Only what reads: the module of courses also minds uploads, which is not for every process.
    Courses,
    FactsRepository,
    CouncilWordsOf,
    HostRepository,
    DispatchRepository,
    DispatchOpenings,
    DispatchedFiles,
    TasterRepository,
    TasterOpenings,
    TastedFiles,
    PackageFiles,
    VersionPolicies,
    { provide: PlayerAssets, useFactory: () => new PlayerAssets() },
    PlayerPages,
    LaunchedPage,
  ],
  controllers: [
    PlayerController,
    PreviewController,
    DispatchController,
    DispatchedFilesController,
    TasterController,
    TastedFilesController,
    CouncilDressController,
    PlayerAssetsController,
    PackageFilesController,
  ],
})
export class PlayerModule {}
