import { Module } from '@nestjs/common';
import { AccreditationModule } from '../accreditation.module';
import { SchemesWork } from './schemes-work.service';

/** For the process that works out what drafts would change, and gives the awards of what was adopted. */
@Module({ imports: [AccreditationModule], providers: [SchemesWork] })
export class SchemesWorkModule {}
