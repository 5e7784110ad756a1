export { CertificateDocument } from './certificates/certificate.document';
export { CertificatePrinter } from './certificates/certificate.printer';
export { checkPdf, PdfIsWrong } from './certificates/pdf-check';
export { htmlOf } from './certificates/sheet';
export { WorkerModule } from './worker.module';
