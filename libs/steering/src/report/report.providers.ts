import { PrintedReports } from './printed-reports';
import { RoundReports } from './report.queries';
import { ReportWishes } from './report-wishes';

/** What the website and the worker use. */
export const reportServices = [PrintedReports, RoundReports];

export const reportProviders = [...reportServices, ReportWishes];
