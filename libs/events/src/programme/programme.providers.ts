import { ProgrammeRepository } from './programme.repository';
import { Programme } from './programme.service';
import { ShownProgramme } from './shown-programme.queries';

/** What others use. */
export const programmeServices = [Programme, ShownProgramme];

export const programmeProviders = [...programmeServices, ProgrammeRepository];
