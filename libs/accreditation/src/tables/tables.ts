import { AttendanceWay1797000000270 } from './attendance-way.tables';
import { Accreditation1796000000025 } from './windows.tables';
import { Accreditation1797000000090 } from './withdrawal.tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Accreditation1797000000080 } from './credential.tables';
import { Accreditation1797000000021 } from './claim.tables';
import { ClaimEntered1798000000187 } from './claim-entered.tables';
import { Accreditation1797000000060 } from './name-change.tables';
import { Accreditation1797000000061 } from './suspension.tables';
import { AskedAgain1797000000170 } from './asked-again.tables';
import { Accreditation1797000000062 } from './by-hand.tables';
import { Approvals1797000000190 } from './approval.tables';
import { ByHandFile1797000000140 } from './by-hand-file.tables';
import { Accreditation1797000000063 } from './batch.tables';
import { Accreditation1797000000020 } from './requirement.tables';
import { MandateWindows1797000000041 } from './mandate-windows.tables';
import { Mandates1797000000040 } from './mandate.tables';
import { Accreditation1797000000050 } from './scheme.tables';
import { ExpiryReminders1798000000124 } from './expiry-reminder.tables';
import { GroupNudges1798000000150 } from './group-nudge.tables';
import { HolderFold1795000000864 } from './holder-fold.tables';
import { Reminders1797000000311 } from './reminder.tables';
import { LostAwards1797000000300 } from './lost-award.tables';
import { Accreditation1795000000790 } from './revocation.tables';
import { RevocationStays1795000000881 } from './revocation-stays.tables';
import { Pictures1797000000120 } from './picture.tables';
import { Signatories1797000000121 } from './signatory.tables';
import { CouncilMarks1797000000122 } from './mark.tables';
import { NamesShown1797000000123 } from './shown.tables';
import { WhoMaySit1797000000070 } from './sitting.tables';
import { Welsh1797000000110 } from './welsh.tables';
import { Templates1797000000100 } from './template.tables';
import { SecondWalls1795000000863 } from './second-walls.tables';
import { Accreditation1797000000132 } from './withdrawal-letter.tables';
import { TopUps1798000000140 } from './top-up.tables';
import { TakenBack1798000000139 } from './taken-back.tables';
import { Accreditation1797000000130 } from './waiting.tables';

/** The one scheme every council begins with. */
export const CORE_SKILLS = '0195c0de-0000-7000-8000-000000000001';

class Accreditation1795000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scheme (
        id uuid primary key,
        slug text not null unique,
        name text not null
      );

      create table scheme_version (
        id uuid primary key,
        scheme_id uuid not null references scheme,
        number integer not null,
        edition text not null,
        effective_from date not null,
        validity_months integer not null,
        rule jsonb not null,
        unique (scheme_id, number)
      );

      create table award (
        id uuid primary key,
        scheme_id uuid not null references scheme,
        scheme_version_id uuid not null references scheme_version,
        person_id uuid not null,
        period integer not null,
        awarded_at timestamptz not null,
        valid_until date not null,
        evidence jsonb not null,
        unique (person_id, scheme_id, period)
      );

      create table certificate (
        id uuid primary key,
        award_id uuid not null references award,
        person_id uuid not null,
        number text not null unique,
        secret text not null,
        holder_name text not null,
        facts jsonb not null,
        template text not null,
        issued_at timestamptz not null,
        state text not null default 'issued' check (state in ('issued', 'replaced', 'revoked')),
        replaced_by uuid references certificate,
        revoked_at timestamptz,
        revoked_by uuid,
        revocation_reason text,
        pdf_sha256 bytea,
        pdf_bytes integer,
        rendered_at timestamptz,
        leased_by uuid,
        leased_until timestamptz,
        render_attempts integer not null default 0,
        render_error text
      );
      comment on column certificate.facts is 'everything that is printed, frozen at issue: see CertificateFacts';
      comment on column certificate.secret is 'in the QR code only: whoever has it has seen the paper';
      create unique index certificate_one_in_force on certificate (award_id) where state = 'issued';
      create index certificate_person on certificate (person_id, issued_at desc);
      create index certificate_newest on certificate (issued_at desc, id);
      create index certificate_unrendered on certificate (issued_at) where rendered_at is null;
      create index certificate_pdf on certificate (pdf_sha256);

      insert into scheme (id, slug, name) values ('${CORE_SKILLS}', 'core-skills', 'Core skills');
      insert into scheme_version (id, scheme_id, number, edition, effective_from, validity_months, rule)
      values ('0195c0de-0000-7000-8000-000000000002', '${CORE_SKILLS}', 1, 'Edition 1', '2025-01-01', 48,
              '{"allOf": "published core modules"}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table certificate; drop table award; drop table scheme_version; drop table scheme`);
  }
}

export const accreditationMigrations = [
  Accreditation1795000000400,
  Accreditation1795000000790,
  SecondWalls1795000000863,
  HolderFold1795000000864,
  RevocationStays1795000000881,
  Accreditation1796000000025,
  Accreditation1797000000020,
  Accreditation1797000000021,
  Mandates1797000000040,
  MandateWindows1797000000041,
  Accreditation1797000000050,
  Accreditation1797000000060,
  Accreditation1797000000061,
  Accreditation1797000000062,
  Accreditation1797000000063,
  WhoMaySit1797000000070,
  Accreditation1797000000080,
  Accreditation1797000000090,
  Templates1797000000100,
  Welsh1797000000110,
  Pictures1797000000120,
  Signatories1797000000121,
  CouncilMarks1797000000122,
  NamesShown1797000000123,
  Accreditation1797000000130,
  Accreditation1797000000132,
  ByHandFile1797000000140,
  AskedAgain1797000000170,
  Approvals1797000000190,
  AttendanceWay1797000000270,
  LostAwards1797000000300,
  Reminders1797000000311,
  ExpiryReminders1798000000124,
  TakenBack1798000000139,
  TopUps1798000000140,
  GroupNudges1798000000150,
  ClaimEntered1798000000187,
];
