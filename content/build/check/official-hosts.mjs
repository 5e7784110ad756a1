/** Who may be a source: those who make the law, apply it, or advise councils by office. With what is below them. */
export const OFFICIAL = [
  'legislation.gov.uk',
  'gov.uk',
  'parliament.uk',
  'judiciary.uk',
  'supremecourt.uk',
  // The Local Government Association and its model code.
  'local.gov.uk',
  // Regulators, commissioners and ombudsmen.
  'ico.org.uk',
  'lgo.org.uk',
  'equalityhumanrights.com',
  'electoralcommission.org.uk',
  'nao.org.uk',
  'psaa.co.uk',
  'acas.org.uk',
  'cqc.org.uk',
  // The bodies that set councils' accounting codes and the standards of scrutiny.
  'cipfa.org',
  'cfgs.org.uk',
  'frc.org.uk',
  // Police and lone-worker safety.
  'police.uk',
  'suzylamplugh.org',
  'w3.org',
];
