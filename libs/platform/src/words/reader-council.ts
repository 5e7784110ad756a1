import type { CouncilIdentity } from '../council/council-identity';
import { readersLanguage } from './language';

/** What the council is called, for whoever reads it: in Welsh where it has a Welsh name. */
export const readerCouncil = ({ name, nameCy }: Pick<CouncilIdentity, 'name' | 'nameCy'>): string =>
  (readersLanguage() === 'cy' && nameCy) || name;
