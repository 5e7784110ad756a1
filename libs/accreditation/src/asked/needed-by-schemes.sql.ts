/**
 * What schemes ask for, in a `with recursive` that has `open`, with a column `scheme_id`: `needed` holds each of those schemes as
 * `root` with a requirement of its own or of an award that it asks for. @param today a parameter: a day
 */
export const neededBySchemes = (today: string) => `
       rule as (
         select distinct on (scheme_id) scheme_id, rule from scheme_version
          where state = 'adopted' and effective_from <= ${today}::date order by scheme_id, effective_from desc),
       tree (root, id) as (
         select distinct scheme_id, scheme_id from open where scheme_id is not null
          union
         select t.root, (below #>> '{}')::uuid from tree t join rule on rule.scheme_id = t.id
           cross join lateral jsonb_path_query(rule.rule, '$.**.award') as below),
       needed (root, requirement_id) as (
         select distinct t.root, (need #>> '{}')::uuid from tree t join rule on rule.scheme_id = t.id
           cross join lateral jsonb_path_query(rule.rule, '$.**.need') as need)`;
