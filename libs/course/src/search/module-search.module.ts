import { Module } from '@nestjs/common';
import { PublishingModule } from '../course.module';
import { ModuleSearchWork } from './module-search.work';

/** Only the worker has it. */
@Module({ imports: [PublishingModule], providers: [ModuleSearchWork] })
export class ModuleSearchModule {}
