import { NeedsKey } from './needs-key';
import { NeedsRepository } from './needs.repository';
import { NeedsService } from './needs.service';

/** What others use. */
export const needServices = [NeedsService];

export const needProviders = [...needServices, NeedsKey, NeedsRepository];
