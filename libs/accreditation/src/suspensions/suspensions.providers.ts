import { SuspensionRepository } from './suspension.repository';
import { Suspensions } from './suspensions.service';

/** What others use. */
export const suspensionsServices = [Suspensions];

export const suspensionsProviders = [...suspensionsServices, SuspensionRepository];
