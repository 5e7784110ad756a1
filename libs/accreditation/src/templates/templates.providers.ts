import { PreviewRepository } from './preview.repository';
import { TemplateApproving } from './template-approving.service';
import { TemplateDrafts } from './template-drafts.service';
import { TemplateQueue } from './template-queue';
import { TemplateQueries } from './template.queries';
import { TemplateRepository } from './template.repository';

/** What others use. */
export const templatesServices = [
  PreviewRepository,
  TemplateApproving,
  TemplateDrafts,
  TemplateQueries,
  TemplateRepository,
];

export const templatesProviders = [...templatesServices, TemplateQueue];
