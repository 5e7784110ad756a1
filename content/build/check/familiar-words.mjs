/**
 * Words that no councillor can do without, and every councillor knows: they count as one syllable, as if they were short.
 * Each group says why. Words that a module defines in a block "definition" are added for that module.
 */
const GROUPS = {
  'whom a councillor meets': `councillor councillors council councils councils' officer officers member members committee
    committees cabinet leader leaders authority authorities executive director directors monitoring resident residents
    constituent constituents minister ministers secretary parliament government governor governors inspector auditor auditors
    deputy employer employee employees contractor contractors supplier suppliers applicant applicants objector objectors
    developer developers family families children`,
  'what councils do and hold': `meeting meetings decision decisions agenda agendas election elections policy policies
    budget budgets scrutiny planning application applications constitution complaint complaints committee's petition
    licence licensing service services education social community communities county property housing highways transport
    library libraries information communication training development accommodation`,
  'what is said of money': `financial finance revenue capital account accounts money reserve reserves spending`,
  'words of the law that have no short equal': `regulation regulations section statutory disclosable pecuniary interest
    interests register democratic services independent equality protected characteristic characteristics consultation
    corporate parent safeguarding personal data procedure procedures`,
  'where one learns': `module modules example question questions`,
};

export const FAMILIAR = new Set(Object.values(GROUPS).flatMap((words) => words.split(/\s+/)));
