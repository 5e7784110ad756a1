import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Courses, PackageUploads, Publishing } from '@induct/course';
import { PeopleService } from '@induct/people';
import { Clock, Transactions } from '@induct/platform';
import { Launching, Tracking } from '@induct/progress';
import type { CatalogueEntry } from '../shipped-courses';
import { MEMBERS, STAFF } from './council';
import { DemoClock } from './demo-clock';
import { type Story, storyOf } from './history';
import { sessionData } from './session-data';

const DAY = 24 * 3600_000;
const MINUTE = 60_000;

/**
 * Fills an empty council with invented people and a believable past, through the same services that real people use.
 * Every step looks first whether it was done, so that an interrupted start simply goes on.
 */
@Injectable()
export class DemoCouncil {
  constructor(
    private readonly people: PeopleService,
    private readonly uploads: PackageUploads,
    private readonly publishing: Publishing,
    private readonly courses: Courses,
    private readonly launching: Launching,
    private readonly tracking: Tracking,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}
}
