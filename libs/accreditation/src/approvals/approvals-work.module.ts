import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { AccreditationModule } from '../accreditation.module';
import { ApprovalLetters } from './approval-letters.service';
import { ApprovalRepository } from './approval.repository';

/** For the process that writes to whoever may approve what was proposed. */
@Module({
  imports: [AccreditationModule, LettersModule, PeopleModule],
  providers: [ApprovalLetters, ApprovalRepository],
})
export class ApprovalsWorkModule {}
