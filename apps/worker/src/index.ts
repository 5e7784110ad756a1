export { checkPdf } from './certificates/certificate-check';
export { CertificateDocument } from './certificates/certificate.document';
export { PdfIsWrong } from './printing/pdf-check';
export { Printer } from './printing/printer';
export { htmlOf } from './printing/sheet';
export { WorkerModule } from './worker.module';
