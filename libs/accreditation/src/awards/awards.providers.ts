import { AwardFacts } from './award-facts.service';
import { AwardRepository } from './award.repository';
import { Awards } from './awards.service';
import { ConsideredRepository } from './considered.repository';
import { HistoryRepository } from './history.repository';
import { Holders } from './holders';
import { Issuing } from './issuing.service';
import { LostAwardRepository } from './lost-awards.repository';
import { SaidQueries } from './said.queries';
import { SchemeRepository } from './scheme.repository';

/** What others use. */
export const awardsServices = [Awards];

export const awardsProviders = [
  ...awardsServices,
  AwardFacts,
  AwardRepository,
  ConsideredRepository,
  HistoryRepository,
  Holders,
  Issuing,
  LostAwardRepository,
  SaidQueries,
  SchemeRepository,
];
