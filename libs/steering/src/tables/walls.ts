/**
 * The last wall, in the database: the services decide, and these refuse whatever comes another way. A version is
 * published by a round whose sign-offs of exactly its bytes reached the quorum, with no blocking finding open, or by an
 * override that a second person confirmed. What was said in a closed round stays.
 */
export const STEERING_WALLS = {
  up: `
    -- Looked at when the transaction ends, like version_is_published_rightly in libs/course.
    create function version_was_signed_off() returns trigger language plpgsql as $$
      declare
        version course_version;
        ground publication;
      begin
        select * into version from course_version where id = new.id;
        if version.state is distinct from 'published' then return null; end if;
        select * into ground from publication where course_id = version.course_id order by number desc limit 1;
        if ground.version_id = version.id and ground.ground = 'round' and exists (
          select from test_round r
          where r.id = ground.round_id and r.version_id = version.id and r.state = 'closed'
            and r.quorum <= (
              select count(*) from sign_off s
              where s.round_id = r.id and s.decision = 'signed_off' and s.package_sha256 = version.package_sha256)
        ) and not exists (
          select from finding f
          where f.course_id = version.course_id and f.severity = 'blocking' and f.settled_at is null
        ) then return null; end if;
        if ground.version_id = version.id and ground.ground = 'override' and exists (
          select from publish_override o
          where o.id = ground.override_id and o.version_id = version.id and o.confirmed_by <> o.proposed_by
            and o.withdrawn_at is null
        ) then return null; end if;
        raise exception 'version % is published, but nobody signed it off', new.id
          using errcode = 'check_violation', constraint = 'version_was_signed_off';
      end $$;
    create constraint trigger version_was_signed_off after insert or update of state, package_sha256 on course_version
      deferrable initially deferred for each row when (new.state = 'published') execute function version_was_signed_off();

    create function sign_off_is_of_open_round() returns trigger language plpgsql as $$
      declare round_state text;
      begin
        select state into round_state from test_round where id = coalesce(new.round_id, old.round_id) for share;
        if round_state is distinct from 'open' then
          raise exception 'sign-offs of a closed round do not change'
            using errcode = 'check_violation', constraint = 'sign_off_is_of_open_round';
        end if;
        return coalesce(new, old);
      end $$;
    create trigger sign_off_is_of_open_round before insert or update or delete on sign_off
      for each row execute function sign_off_is_of_open_round();

    create function test_round_stays_closed() returns trigger language plpgsql as $$
      begin
        if (old.state = 'closed' and new.state = 'open') or
          (old.version_id, old.package_sha256, old.quorum) is distinct from (new.version_id, new.package_sha256, new.quorum)
        then
          raise exception 'a round keeps its version and its quorum, and is not opened again'
            using errcode = 'check_violation', constraint = 'test_round_stays_closed';
        end if;
        return new;
      end $$;
    create trigger test_round_stays_closed before update on test_round
      for each row execute function test_round_stays_closed();
  `,
  down: `
    drop trigger version_was_signed_off on course_version; drop function version_was_signed_off;
    drop trigger sign_off_is_of_open_round on sign_off; drop function sign_off_is_of_open_round;
    drop trigger test_round_stays_closed on test_round; drop function test_round_stays_closed;
  `,
};
