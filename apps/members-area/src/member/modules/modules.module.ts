import { Module } from '@nestjs/common';
import { ProgressModule } from '@induct/progress';
import { BeginningController } from './beginning.controller';
import { ChooseController } from './choose.controller';
import { ModulesController } from './modules.controller';
import { ModulesQueries } from './modules.queries';
import { NoteController } from './note.controller';
import { StartController } from './start.controller';

@Module({
  imports: [ProgressModule],
  controllers: [ModulesController, StartController, ChooseController, BeginningController, NoteController],
  providers: [ModulesQueries],
})
export class ModulesModule {}
