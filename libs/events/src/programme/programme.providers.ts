import { EventEntries } from './event-entries';
import { FixedDates } from './fixed-dates.service';
import { OwnTopics } from './own-topics.service';
import { ProgrammeRepository } from './programme.repository';
import { Programme } from './programme.service';
import { ShownProgramme } from './shown-programme.queries';

/** What others use. */
export const programmeServices = [FixedDates, OwnTopics, Programme, ShownProgramme];

export const programmeProviders = [...programmeServices, EventEntries, ProgrammeRepository];
