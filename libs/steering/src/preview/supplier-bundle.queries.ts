import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CourseCurrent, VersionStanding } from '@induct/course';
import type { ActivityTree } from '@induct/scorm';
import { DataSource } from 'typeorm';
import type { Finding } from '../rules/finding';
import type { Round } from '../rules/round';

/** What a supplier needs to know of a finding: nobody's name. */
export interface FindingForSupplier
  extends
    Pick<
      Finding,
      | 'number'
      | 'severity'
      | 'state'
      | 'text'
      | 'sco'
      | 'scoTitle'
      | 'location'
      | 'progress'
      | 'createdAt'
      | 'previewId'
      | 'logFrom'
      | 'logTo'
      | 'screenshotSha256'
      | 'screenshotType'
    >,
    Pick<VersionStanding, 'edition'> {
  roundNumber: Round['number'];
  courseTitle: CourseCurrent['title'];
  courseSlug: CourseCurrent['slug'];
  versionNumber: VersionStanding['number'];
  tree: ActivityTree;
  /** Of the uploaded package, in hex. */
  packageSha256: string;
  /** What the tester's browser said it is, and its window; empty when it did not. */
  browser: string;
}

@Injectable()
export class SupplierBundleQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async finding(id: string): Promise<FindingForSupplier | undefined> {
    const [row] = await this.source.query<FindingForSupplier[]>(
      `select f.number, f.severity, f.state, f.text, f.sco, f.sco_title as "scoTitle", f.location,
         f.progress::float8 as progress, f.created_at as "createdAt", f.preview_id as "previewId",
         f.log_from as "logFrom", f.log_to as "logTo", encode(f.screenshot_sha256, 'hex') as "screenshotSha256",
         f.screenshot_type as "screenshotType", r.number as "roundNumber", c.title as "courseTitle",
         c.slug as "courseSlug", v.number as "versionNumber", v.edition, v.manifest as tree,
         encode(v.package_sha256, 'hex') as "packageSha256", coalesce(p.browser, '') as browser
       from finding f
       join test_round r on r.id = f.round_id
       join course_current c on c.id = f.course_id
       join version_standing v on v.id = f.version_id
       left join preview p on p.id = f.preview_id
       where f.id = $1`,
      [id],
    );
    return row;
  }
}
