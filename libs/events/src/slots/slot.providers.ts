import { OneToOneDays } from './one-to-one-days.service';

/** What others use. */
export const slotServices = [OneToOneDays];

export const slotProviders = [...slotServices];
