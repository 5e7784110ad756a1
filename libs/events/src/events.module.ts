import { Module } from '@nestjs/common';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';

@Module({
  providers: [Programme, ProgrammeRepository],
  exports: [Programme],
})
export class EventsModule {}
