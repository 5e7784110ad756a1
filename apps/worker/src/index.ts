export { CertificateDocument } from './certificates/certificate.document';
export { CertificatePrinter } from './certificates/certificate.printer';
export { WorkerModule } from './worker.module';
