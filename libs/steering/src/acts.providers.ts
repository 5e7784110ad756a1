import { CourseActs } from './acts/course-acts';
import { FindingActs } from './findings/finding-acts';
import { FindingRaising } from './findings/finding-raising';
import { FindingRepository } from './findings/finding.repository';
import { Findings } from './findings/findings.service';
import { GatedPublishing } from './gate/gated-publishing.service';
import { OverrideRepository } from './gate/override.repository';
import { Overrides } from './gate/overrides.service';
import { RoundActs } from './rounds/round-acts';
import { RoundClosing } from './rounds/round-closing';
import { RoundOpening } from './rounds/round-opening';
import { RoundRepository } from './rounds/round.repository';
import { Rounds } from './rounds/rounds.service';
import { SignOffRepository } from './rounds/sign-off.repository';
import { SignOffs } from './rounds/sign-offs.service';
import { GateQueries } from './settling/gate.queries';
import { Settling } from './settling/settling.service';
import { SteeringPost } from './acts/steering-post';
import { LeastQuorum } from './rounds/least-quorum';
import { WhoMay } from './acts/who-may';

/** What other rooms use. */
export const actServices = [Findings, GatedPublishing, LeastQuorum, Rounds, SignOffs];

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
  GateQueries,
  Settling,
  SteeringPost,
  WhoMay,
];
