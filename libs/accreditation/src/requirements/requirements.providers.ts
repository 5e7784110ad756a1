import { Asked } from './asked.queries';
import { CoreSkills } from './core-skills.service';
import { EvidenceRepository } from './evidence.repository';
import { RequirementRepository } from './requirement.repository';

/** What others use. */
export const requirementsServices = [Asked];

export const requirementsProviders = [...requirementsServices, CoreSkills, EvidenceRepository, RequirementRepository];
