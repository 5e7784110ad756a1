/**
 * What a reader may find, for `search_entry e`: $1 the audiences they are of, $2 their district. A text of one district is found
 * by its people, and by officers where it is for officers.
 */
const MAY_FIND = `(e.audiences && $1::text[]
  and (e.district is null or e.district = $2 or ('officer' = any($1::text[]) and 'officer' = any(e.audiences))))`;

/**
 * The entries of `search_entry e` that hold what is asked in their language, with some of their columns. As two questions put
 * together: in one, PostgreSQL would look into the long vector of each entry again, to see which half is true of it.
 */
const holding = (columns: string, english: string, welsh: string): string => `
  select ${columns} from search_entry e where e.language = 'en' and e.words @@ ${english} and ${MAY_FIND}
  union all
  select ${columns} from search_entry e where e.language = 'cy' and e.words @@ ${welsh} and ${MAY_FIND}`;

const inItsLanguage = (entry: string, english: string, welsh: string): string =>
  `case ${entry}.language when 'cy' then ${welsh} else ${english} end`;

const ITS_QUERY = inItsLanguage('e', '$3::tsquery', '$4::tsquery');

/** $1 words as they were typed: any text is a query. Stems in English, the words as they are in Welsh. */
export const ASKED = `
  select websearch_to_tsquery('pg_catalog.english', folded)::text as english,
         websearch_to_tsquery('pg_catalog.simple', folded)::text as welsh
    from search_folded($1) as folded`;

/** What is marked is looked for in so many characters: further on an entry is found, and its beginning shown. */
const READ = 30_000;
/** Piece by piece of so many characters, until there is something: to fold and mark a whole text takes longer than to find it. */
const PIECE = 2_000;
/** So many of a piece are the end of the one before it: what is found stands among its words in one of them. */
const SHARED = 300;

/** So many are put in order by all that they say: the pages that somebody may read. */
export const RANKED = 500;

/**
 * $1, $2 as above, $3 and $4 what is asked in English and in Welsh, $5 language, $6 kind or null, $7 how many to leave out, $8 how
 * many to show, $9 and $10 the marks.
 * An entry in both languages counts once, in the reader's. The first that are found in their titles, and the newest, are put in
 * order by how much they say of it, and what is of the reader's own district before what is everybody's; the rest follow as they
 * are. Nothing long is read of what is not among the first.
 */
export const PAGE = `
  with matched as materialized (${holding(
    `e.ctid as stands, e.kind, e.subject, e.language, e.new_at, (e.district = $2) is true as own, e.title_words @@ ${ITS_QUERY} as titled`,
    '$3::tsquery',
    '$4::tsquery',
  )}),
  once as materialized (
    select * from matched m where m.language = $5 or not exists (
      select from matched other where other.kind = m.kind and other.subject = m.subject and other.language = $5)),
  likeliest as materialized (
    select row_number() over () as nth, chosen.* from (
      select * from once where $6::text is null or kind = $6
       order by titled desc, own desc, new_at desc, kind collate "C", subject collate "C"
       limit greatest(${RANKED}, $7::int + $8::int)) as chosen),
  shown as (
    (select row_number() over (order by rank desc, new_at desc, kind collate "C", subject collate "C") as place, stands
       from (select l.kind, l.subject, l.new_at, l.stands,
                    ts_rank(e.words, ${ITS_QUERY}) * case when l.own then 2 else 1 end as rank
               from likeliest l join search_entry e on e.ctid = l.stands where l.nth <= ${RANKED} and $7::int < ${RANKED}) as ranked
      order by place offset $7 limit $8)
    union all
    select nth, stands from likeliest where nth > ${RANKED} and nth > $7 and nth <= $7 + $8)
  select
    (select coalesce(jsonb_agg(of_kind order by of_kind.count desc, of_kind.kind), '[]')
       from (select kind, count(*)::int from once group by kind) as of_kind) as kinds,
    (select coalesce(jsonb_agg(to_jsonb(hit) - 'place' order by hit.place), '[]') from (
      select s.place, e.kind, e.subject, e.language, e.path, e.title, coalesce(piece.text, left(e.body, ${PIECE})) as body,
             coalesce(piece.at, 0) > 0 as "isAfter", coalesce(piece.at, 0) + ${PIECE} < length(e.body) as "isBefore",
             ts_headline(config, search_folded(e.title), query, marks) as "foundInTitle",
             coalesce(piece.marked, left(e.body, ${PIECE})) as "foundInBody"
        from shown s join search_entry e on e.ctid = s.stands
       cross join lateral (
         select case e.language when 'cy' then 'pg_catalog.simple' else 'pg_catalog.english' end::regconfig as config,
                ${ITS_QUERY} as query,
                format('HighlightAll=true, StartSel=%s, StopSel=%s', $9::text, $10::text) as marks) as marking
        left join lateral (
         select at, text, marked
           from generate_series(0, least(length(e.body), ${READ}), ${PIECE - SHARED}) as at,
                lateral (select substr(e.body, at + 1, ${PIECE}) as text offset 0) as taken,
                lateral (select ts_headline(config, search_folded(text), query, marks) as marked offset 0) as looked
          where strpos(marked, $9::text) between 1 and case when at + ${PIECE} < length(e.body) then ${PIECE - SHARED / 2} else ${READ} end
          limit 1) as piece on true
    ) as hit) as hits`;

/**
 * Whether this reader finds something with a word. As a count: for the first of them alone PostgreSQL may choose to read entries
 * one after the other, long vectors and all.
 */
const isFound = (english: string, welsh: string): string =>
  `(select count(*) > 0 from (${holding('e.kind', english, welsh)}) as held)`;

/** $1, $2 as above, $3 and $4 what is asked. */
export const IS_FOUND = `select ${isFound('$3::tsquery', '$4::tsquery')} as "isFound"`;

const plain = (language: 'english' | 'simple'): string => `plainto_tsquery('pg_catalog.${language}', near.word)`;

/**
 * $1, $2 as above, $3 words in small letters and without accents. For each, itself when this reader finds something with it, else
 * the likest word with which they do: by how many of the three letters in a row are the same, at least three in ten.
 */
export const MEANT = `
  select asked.word as asked, coalesce(likest.word, asked.word) as meant
    from unnest($3::text[]) with ordinality as asked (word, place)
    left join lateral (
      select near.word from (
        select same.word, same.count::float / (length(same.word) + length(asked.word) + 2 - same.count) as likeness
          from (select p.word, count(*) from search_part p
                 where p.part = any(search_trigrams(asked.word)) and abs(length(p.word) - length(asked.word)) <= 4
                 group by p.word) as same
         order by same.word = asked.word desc, likeness desc, same.word limit 10) as near
       where (near.likeness >= 0.3) and ${isFound(plain('english'), plain('simple'))}
       order by near.word = asked.word desc, near.likeness desc, near.word limit 1
    ) as likest on numnode(plainto_tsquery('pg_catalog.english', asked.word)) > 0
   order by asked.place`;

/** $1, $2 as above, $3 since when, $4 language, $5 how many. */
export const NEW_SINCE = `
  select e.kind, e.language, e.path, e.title, e.new_at as "newAt" from search_entry e
   where e.new_at > $3 and ${MAY_FIND} and (e.language = $4 or not exists (
     select from search_entry o where (o.kind, o.subject, o.language) = (e.kind, e.subject, $4)))
   order by e.new_at desc, e.kind, e.subject limit $5`;
