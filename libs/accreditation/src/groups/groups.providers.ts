import { GroupStandings } from './group-standing.queries';
import { Nudges } from './nudges.service';

/** What others use. */
export const groupsServices = [GroupStandings, Nudges];
