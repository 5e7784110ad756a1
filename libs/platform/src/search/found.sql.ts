/**
 * What a reader may find, for `search_entry e`: $1 the audiences they are of, $2 their district. A text of one district is found
 * by its people, and by officers where it is for officers.
 */
export const MAY_FIND = `(e.audiences && $1::text[]
  and (e.district is null or e.district = $2 or ('officer' = any($1::text[]) and 'officer' = any(e.audiences))))`;

/** The words of a text in SQL as queries: stems in English, the words as they are in Welsh. Any text is a query. */
const allWords = (language: 'english' | 'simple', words: string): string =>
  `websearch_to_tsquery('pg_catalog.${language}', search_folded(${words}))`;
const someWords = (language: 'english' | 'simple', words: string): string =>
  `replace(${allWords(language, words)}::text, ' & ', ' | ')::tsquery`;

type Words = typeof allWords;

/** Whether `search_entry e` holds the words of a text in SQL. Each half uses the index. */
export const holds = (words: string, as: Words = allWords): string =>
  `((e.language = 'en' and e.words @@ ${as('english', words)}) or (e.language = 'cy' and e.words @@ ${as('simple', words)}))`;

const asked = (as: Words): string =>
  `case e.language when 'cy' then ${as('simple', '$3::text')} else ${as('english', '$3::text')} end`;

/** What is marked is looked for in so many characters: further on an entry is found, and its beginning shown. */
const READ = 30_000;

/**
 * $1, $2 as above, $3 words, $4 language, $5 kind or null, $6 how many to leave out, $7 how many to show, $8 and $9 the marks.
 * An entry in both languages counts once, in the reader's. What is of their own district comes before what is everybody's.
 */
const page = (as: Words): string => `
  with matched as materialized (
    select e.kind, e.subject, e.language, e.new_at,
           ts_rank(e.words, ${asked(as)}) * case when e.district = $2 then 2 else 1 end as rank
      from search_entry e where ${MAY_FIND} and ${holds('$3::text', as)}),
  once as materialized (
    select * from matched m where m.language = $4 or not exists (
      select from matched other where other.kind = m.kind and other.subject = m.subject and other.language = $4)),
  shown as (
    select row_number() over (order by rank desc, new_at desc, kind, subject) as place, kind, subject, language
      from once where $5::text is null or kind = $5 order by place offset $6 limit $7)
  select
    (select coalesce(jsonb_agg(of_kind order by of_kind.count desc, of_kind.kind), '[]')
       from (select kind, count(*)::int from once group by kind) as of_kind) as kinds,
    (select coalesce(jsonb_agg(to_jsonb(hit) - 'place' order by hit.place), '[]') from (
      select s.place, e.kind, e.subject, e.language, e.path, e.title, left(e.body, ${READ}) as body,
             ts_headline(config, search_folded(e.title), query, marks) as "foundInTitle",
             ts_headline(config, search_folded(left(e.body, ${READ})), query, marks) as "foundInBody"
        from shown s join search_entry e using (kind, subject, language),
             lateral (select case e.language when 'cy' then 'pg_catalog.simple' else 'pg_catalog.english' end::regconfig as config,
                             ${asked(as)} as query,
                             format('HighlightAll=true, StartSel=%s, StopSel=%s', $8::text, $9::text) as marks) as marking
    ) as hit) as hits`;

export const ALL_WORDS = page(allWords);
export const SOME_WORDS = page(someWords);

/**
 * $1, $2 as above, $3 words in small letters and without accents. For each, itself when this reader finds something with it, else
 * the likest word with which they do: by how many of the three letters in a row are the same, at least three in ten.
 */
export const MEANT = `
  select asked.word as asked, coalesce(likest.word, asked.word) as meant
    from unnest($3::text[]) with ordinality as asked (word, place)
    left join lateral (
      select near.word from (
        select w.word, same.count::float / (cardinality(w.trigrams) + cardinality(parts.trigrams) - same.count) as likeness
          from (select search_trigrams(asked.word) as trigrams) as parts
          join search_word w on w.trigrams && parts.trigrams and abs(length(w.word) - length(asked.word)) <= 4,
               lateral (select count(*) from unnest(w.trigrams) as part where part = any(parts.trigrams)) as same
         order by likeness desc, w.word limit 10) as near
       where near.likeness >= 0.3
         and exists (select from search_entry e where ${MAY_FIND} and ${holds('near.word')})
       order by near.likeness desc, near.word limit 1
    ) as likest on numnode(plainto_tsquery('pg_catalog.english', asked.word)) > 0
   order by asked.place`;

/** $1, $2 as above, $3 since when, $4 language, $5 how many. */
export const NEW_SINCE = `
  select e.kind, e.language, e.path, e.title, e.new_at as "newAt" from search_entry e
   where e.new_at > $3 and ${MAY_FIND} and (e.language = $4 or not exists (
     select from search_entry o where (o.kind, o.subject, o.language) = (e.kind, e.subject, $4)))
   order by e.new_at desc, e.kind, e.subject limit $5`;
