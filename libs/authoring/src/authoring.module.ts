import { Module } from '@nestjs/common';
import { CourseModule } from '@induct/course';
import { DraftRepository } from './drafts/draft.repository';
import { Drafts } from './drafts/drafts.service';
import { DraftPackages } from './packages/draft-packages.service';
import { Kit } from './kit/kit.service';
import { DraftChecks } from './problems/draft-checks.service';

/** Modules that are written in the browser. Needs the platform module. */
@Module({
  imports: [CourseModule],
  providers: [DraftChecks, DraftPackages, DraftRepository, Drafts, Kit],
  exports: [DraftChecks, DraftPackages, Drafts, Kit],
})
export class AuthoringModule {}
