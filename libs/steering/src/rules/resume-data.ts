/** What the run-time had stored where a finding was made: to go back there. */
export interface ResumeData {
  location?: string;
  suspendData?: string;
}
