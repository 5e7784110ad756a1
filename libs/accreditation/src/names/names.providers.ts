import { NameChangeRepository } from './name-change.repository';
import { NameChanges } from './name-changes.service';

/** What others use. */
export const namesServices = [NameChanges];

export const namesProviders = [...namesServices, NameChangeRepository];
