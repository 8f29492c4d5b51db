-- 检索主动公开的信息: title, numbers, keywords, summary and text are found by pairs of neighbouring letters, as the register is.

create function search_fold(written text) returns text
  language sql immutable parallel safe
  return translate(lower(normalize(written, NFKC)), '[]〔〕【】{}', '()()()()');
comment on function search_fold is 'One writing of what means the same: full and half width, large and small letters, every kind of bracket.';

create function document_text(body text) returns text
  language sql immutable parallel safe
  return regexp_replace(regexp_replace(body, '<[^>]*>|&[a-z]+;', ' ', 'g'), '\s+', ' ', 'g');
comment on function document_text is 'The words of a sanitised HTML body, without its tags.';

alter table document
  add column names_folded text generated always as (search_fold(title || ' ' || coalesce(number, '') || ' ' || index_number)) stored,
  add column about_folded text generated always as (search_fold(translate(keywords::text, '[]",', '') || ' ' || summary)) stored;
comment on column document.names_folded is 'Title, 文号 and 索引号 as they are searched.';
comment on column document.about_folded is 'Keywords and summary as they are searched.';

create function document_pairs(agency uuid, names text, about text, body text) returns text[]
  language sql immutable parallel safe cost 5000
  return (
    select array_agg(distinct pair)
    from (
      select one || other as pair
      from unnest(array[names, about, search_fold(document_text(body))]) as part,
        lateral unnest(string_to_array(part, null), (string_to_array(part, null))[2:]) as neighbours(one, other)
      where other is not null and one <> ' ' and other <> ' '
      union all
      select agency::text
    ) as pairs
  );
comment on function document_pairs is 'Pairs of letters by which published information is searched; the agency stands among them.';
create index document_found on document using gin (document_pairs(agency_id, names_folded, about_folded, body));
-- Statistics of the pairs would cost more to gather than they are worth.
alter index document_found alter column 1 set statistics 0;
