import { AskableQueries } from './askable.queries';
import { Due } from './due.queries';
import { EventMandates } from './event-mandates.service';
import { MandateBodies } from './mandate-bodies.queries';
import { MandateList } from './mandate-list.queries';
import { MandatePreview } from './mandate-preview.queries';
import { MandateRepository } from './mandate.repository';
import { Mandates } from './mandates.service';
import { MarksRepository } from './marks.repository';
import { ObligationRepository } from './obligation.repository';
import { OpenObligations } from './open-obligations.queries';
import { PersonFactsQueries } from './person-facts.queries';
import { Settling } from './settling.service';
import { TopUpRepository } from './top-up.repository';
import { TopUps } from './top-ups.service';

/** What others use. */
export const mandatesServices = [
  AskableQueries,
  Due,
  EventMandates,
  MandateBodies,
  MandateList,
  MandatePreview,
  Mandates,
  MarksRepository,
  ObligationRepository,
  OpenObligations,
  Settling,
  TopUpRepository,
  TopUps,
];

export const mandatesProviders = [...mandatesServices, MandateRepository, PersonFactsQueries];
