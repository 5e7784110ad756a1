import { Module } from '@nestjs/common';
import { ProgressModule } from '@induct/progress';
import { ModulesController } from './modules.controller';
import { ModulesQueries } from './modules.queries';
import { StartController } from './start.controller';

@Module({
  imports: [ProgressModule],
  controllers: [ModulesController, StartController],
  providers: [ModulesQueries],
})
export class ModulesModule {}
