import { Module } from '@nestjs/common';
import { ProgressModule } from '@induct/progress';
import { ChooseController } from './choose.controller';
import { ModulesController } from './modules.controller';
import { ModulesQueries } from './modules.queries';
import { NoteController } from './note.controller';
import { StartController } from './start.controller';

@Module({
  imports: [ProgressModule],
  controllers: [ModulesController, StartController, ChooseController, NoteController],
  providers: [ModulesQueries],
})
export class ModulesModule {}
