import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { AccreditationModule } from '../accreditation.module';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { WithdrawalLetters } from './withdrawal-letters.service';
import { WithdrawalRepository } from './withdrawal.repository';

/** For the process that writes to whoever showed something that was withdrawn. */
@Module({
  imports: [AccreditationModule, LettersModule, PeopleModule],
  providers: [EvidenceRepository, WithdrawalLetters, WithdrawalRepository],
})
export class WithdrawalsWorkModule {}
