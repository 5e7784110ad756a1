/** In which ways a requirement is met. A module is accepted by the system, everything else by officers. */
export type WayKind = 'module' | 'prior_learning' | 'recording' | 'outside_certificate';
