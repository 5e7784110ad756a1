import { WelshNameRepository } from './welsh-names.repository';
import { WelshNames } from './welsh-names.service';

/** What others use. */
export const welshServices = [WelshNames];

export const welshProviders = [...welshServices, WelshNameRepository];
