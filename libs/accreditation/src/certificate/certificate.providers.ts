import { CertificateMail } from './certificate-mail';
import { CertificateQueue } from './certificate-queue';
import { CertificateRepository } from './certificate.repository';
import { RegisterQueries } from './register.queries';
import { RenderingRepository } from './rendering.repository';
import { RevocationRepository } from './revocation.repository';
import { Verification } from './verification.service';

/** What others use. */
export const certificateServices = [Verification];

export const certificateProviders = [
  ...certificateServices,
  CertificateMail,
  CertificateQueue,
  CertificateRepository,
  RegisterQueries,
  RenderingRepository,
  RevocationRepository,
];
