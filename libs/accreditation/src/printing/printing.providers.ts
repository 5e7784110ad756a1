import { PrintedCertificates } from './printed-certificates';
import { PrintedTemplates } from './printed-templates';

/** What others use. */
export const printingServices = [PrintedCertificates, PrintedTemplates];
