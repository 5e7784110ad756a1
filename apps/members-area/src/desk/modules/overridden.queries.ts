/** Members see something that the steering group did not sign off. */
export interface OverrideInForce {
  version: number;
  reason: string;
  proposedBy: string | null;
  confirmedBy: string | null;
  confirmedAt: string;
}

/** The override that published something of course `c`, until a later round of it closes with its quorum. */
export const OVERRIDDEN = `
  select json_build_object('version', ov.number, 'reason', o.reason, 'proposedBy', op.name, 'confirmedBy', oc.name,
      'confirmedAt', o.confirmed_at) as overridden
    from override_standing o
    join version_standing ov on ov.id = o.version_id
    left join person_current op on op.id = o.proposed_by
    left join person_current oc on oc.id = o.confirmed_by
   where o.course_id = c.id and o.in_force
   order by o.confirmed_at desc limit 1`;
