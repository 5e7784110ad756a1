import { Pictures } from './pictures.service';

/** What others use. */
export const picturesServices = [Pictures];
