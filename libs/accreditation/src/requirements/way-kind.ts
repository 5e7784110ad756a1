/** In which ways a requirement is met. A module is accepted by the system, attendance by its register, everything else by officers. */
export type WayKind = 'module' | 'attendance' | 'prior_learning' | 'recording' | 'outside_certificate';
