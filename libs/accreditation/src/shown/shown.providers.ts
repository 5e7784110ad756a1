import { ShownNames } from './shown-names.service';

/** What others use. */
export const shownServices = [ShownNames];
