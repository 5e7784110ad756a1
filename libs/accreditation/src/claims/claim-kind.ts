import type { WayKind } from '../requirements/way-kind';

/** What only a person can accept. */
export type ClaimKind = Exclude<WayKind, 'module' | 'attendance'>;
