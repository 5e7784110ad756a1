import { PaperWishes } from './paper-wishes';
import { PlannedFacts } from './planned-facts.queries';
import { PrintedProgrammes } from './printed-programmes';
import { ProgrammeVersions } from './programme-versions.service';
import { PublishedProgrammes } from './published-programmes.service';
import { ShownVersions } from './shown-versions.queries';
import { VersionsPost } from './versions.post';
import { VersionsRepository } from './versions.repository';

/** What the website and the worker use. */
export const versionServices = [PrintedProgrammes, ProgrammeVersions, PublishedProgrammes, ShownVersions];

export const versionProviders = [...versionServices, PaperWishes, PlannedFacts, VersionsPost, VersionsRepository];
