import { CourseActs } from './course-acts';
import { FindingActs } from './finding-acts';
import { FindingRaising } from './finding-raising';
import { FindingRepository } from './finding.repository';
import { Findings } from './findings.service';
import { GatedPublishing } from './gated-publishing.service';
import { OverrideRepository } from './override.repository';
import { Overrides } from './overrides.service';
import { RoundActs } from './round-acts';
import { RoundClosing } from './round-closing';
import { RoundOpening } from './round-opening';
import { RoundRepository } from './round.repository';
import { Rounds } from './rounds.service';
import { SignOffRepository } from './sign-off.repository';
import { SignOffs } from './sign-offs.service';
import { StandingQueries } from './standing.queries';
import { Standing } from './standing.service';
import { SteeringPost } from './steering-post';
import { WhoMay } from './who-may';

/** What other rooms use. */
export const actServices = [Findings, GatedPublishing, Rounds, SignOffs];

export const actProviders = [
  ...actServices,
  CourseActs,
  FindingActs,
  FindingRaising,
  FindingRepository,
  OverrideRepository,
  Overrides,
  RoundActs,
  RoundClosing,
  RoundOpening,
  RoundRepository,
  SignOffRepository,
  StandingQueries,
  Standing,
  SteeringPost,
  WhoMay,
];
