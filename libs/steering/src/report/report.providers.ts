import { ReportPrinting } from './report-printing.service';
import { RoundReports } from './report.queries';
import { ReportRepository } from './report.repository';
import { ReportWishes } from './report-wishes';

/** What the website and the worker use. */
export const reportServices = [ReportPrinting, RoundReports];

export const reportProviders = [...reportServices, ReportRepository, ReportWishes];
