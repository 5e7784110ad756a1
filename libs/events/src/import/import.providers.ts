import { ProgrammeExport } from './programme-export.service';
import { ProgrammeImportRepository } from './programme-import.repository';
import { ProgrammeImports } from './programme-imports.service';

/** What others use. */
export const importServices = [ProgrammeExport, ProgrammeImports];

export const importProviders = [...importServices, ProgrammeImportRepository];
