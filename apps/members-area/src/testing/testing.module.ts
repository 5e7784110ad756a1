import { Module } from '@nestjs/common';
import { PeopleModule } from '@induct/people';
import { SteeringModule } from '@induct/steering';
import { EvidenceController } from './findings/evidence.controller';
import { FindingPages } from './findings/finding-pages';
import { FindingController } from './findings/finding.controller';
import { FindingChoicesQueries } from './findings/finding-choices.queries';
import { LogController } from './findings/log.controller';
import { TestingHomeController } from './home/home.controller';
import { QuorumController } from './quorum/quorum.controller';
import { ReportController } from './report/report.controller';
import { PreviewController } from './rounds/preview.controller';
import { RoundPages } from './rounds/round-pages';
import { RoundController } from './rounds/round.controller';
import { RoundHostsQueries } from './rounds/round-hosts.queries';
import { RoundChoicesQueries } from './rounds/round.queries';
import { SignOffController } from './sign-off/sign-off.controller';

/** The steering group's pages: rounds, findings, sign-offs and reports. */
@Module({
  imports: [PeopleModule, SteeringModule],
  controllers: [
    EvidenceController,
    FindingController,
    LogController,
    PreviewController,
    QuorumController,
    ReportController,
    RoundController,
    SignOffController,
    TestingHomeController,
  ],
  providers: [FindingPages, FindingChoicesQueries, RoundChoicesQueries, RoundHostsQueries, RoundPages],
})
export class TestingModule {}
