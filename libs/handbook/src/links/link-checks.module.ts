import { Module } from '@nestjs/common';
import { PeopleModule } from '@induct/people';
import { LinkCheckRepository } from './link-check.repository';
import { LinkCheckWork } from './link-check.work';
import { LinkChecking } from './link-checking.service';
import { LinkReader } from './link-reader';
import { Internet, Network } from './network';

/** For the process that looks whether addresses in the library still answer. */
@Module({
  imports: [PeopleModule],
  providers: [LinkCheckRepository, LinkCheckWork, LinkChecking, LinkReader, { provide: Network, useClass: Internet }],
})
export class LinkChecksModule {}
