import { Module } from '@nestjs/common';
import { PeopleModule } from '@induct/people';
import { LeavingQueries } from './leaving.queries';
import { PeopleController } from './people.controller';
import { PersonController } from './person.controller';
import { WaitingController } from './waiting.controller';

@Module({
  imports: [PeopleModule],
  controllers: [PeopleController, WaitingController, PersonController],
  providers: [LeavingQueries],
})
export class PeoplePagesModule {}
