import { CouncilMarks } from './council-marks.service';
import { MarkRepository } from './mark.repository';

/** What others use. */
export const marksServices = [CouncilMarks];

export const marksProviders = [...marksServices, MarkRepository];
