import { Module } from '@nestjs/common';
import { ModulesController } from './modules.controller';
import { ModulesQueries } from './modules.queries';

@Module({ controllers: [ModulesController], providers: [ModulesQueries] })
export class ModulesModule {}
