export { CertificateDocument } from './certificates/certificate.document';
export { CertificatePrinter } from './certificates/certificate.printer';
export { checkPdf, PdfIsWrong } from './certificates/pdf-check';
export { WorkerModule } from './worker.module';
