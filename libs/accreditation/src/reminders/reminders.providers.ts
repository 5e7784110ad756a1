import { ThoseAbove } from './those-above.service';
import { ToldQueries } from './told.queries';
import { WhoIsTold } from './who-is-told.service';

/** What others use. */
export const remindersServices = [ThoseAbove, WhoIsTold];

export const remindersProviders = [...remindersServices, ToldQueries];
