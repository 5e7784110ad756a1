import { BodyTrainingRepository } from './body-training.repository';
import { BodyTrainings } from './body-trainings.service';
import { EntriesRepository } from './entries.repository';
import { PublicRegisters } from './public-register.service';
import { StatutoryCertificates } from './statutory-certificates.queries';
import { StatutoryRegister } from './statutory-register.service';
import { WhoMaySit } from './who-may-sit.queries';
import { WhoWouldSit } from './who-would-sit.service';

/** What others use. */
export const sittingServices = [
  BodyTrainings,
  PublicRegisters,
  StatutoryCertificates,
  StatutoryRegister,
  WhoMaySit,
  WhoWouldSit,
];

export const sittingProviders = [...sittingServices, BodyTrainingRepository, EntriesRepository];
