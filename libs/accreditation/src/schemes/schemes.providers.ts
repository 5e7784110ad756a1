import { Adopting } from './adopting.service';
import { DraftRepository } from './draft.repository';
import { Drafts } from './drafts.service';
import { Forecasting } from './forecasting.service';
import { Outcomes } from './outcomes.service';
import { SchemeQueries } from './scheme.queries';
import { SimulationRepository } from './simulation.repository';
import { Simulations } from './simulations.service';

/** What others use. */
export const schemesServices = [Adopting, Drafts, Outcomes, SchemeQueries, Simulations];

export const schemesProviders = [...schemesServices, DraftRepository, Forecasting, SimulationRepository];
