-- 检索主动公开的信息: by words of the dictionary, windows of a quarter at a time, the newest first. Takes the place of the pairs of letters,
-- which had every hit of a common word weighed.

drop index document_found;
drop function document_pairs;
alter table document drop column names_folded, drop column about_folded;

create table document_words (
  agency_id uuid not null,
  id uuid not null,
  column_key text not null,
  published_on date not null,
  shown_until date,
  names text not null,
  about text not null,
  words tsvector not null,
  primary key (agency_id, id),
  foreign key (agency_id, id) references document (agency_id, id) on delete cascade
);
comment on table document_words is 'Words by which the public finds what is published. What is not public has no row; what changed has none until it is cut anew.';
comment on column document_words.names is 'Title, 文号 and 索引号, folded.';
comment on column document_words.about is 'Keywords and summary, folded.';
comment on column document_words.words is 'Lexemes with their kind before a colon: w of the text, t of the title, b pairs of letters of names, p pinyin; a, c, y, q, s, v, k what a search is narrowed to.';
alter table document_words alter column words set storage external;
-- Without a list of what is pending: whoever searches never reads through what a writer has just published.
create index document_words_found on document_words using gin (words) with (fastupdate = off);
grant select, insert, update, delete on document_words to gongkai_app;

create table document_quarter (
  begins date primary key,
  lexeme text not null
);
comment on table document_quarter is 'Quarters in which anything was published: the windows of a search.';
grant select, insert on document_quarter to gongkai_app;

create function forget_document_words() returns trigger
  language plpgsql
  as $$
    begin
      delete from document_words where agency_id = old.agency_id and id = old.id;
      return null;
    end
  $$;
comment on function forget_document_words is 'What a document says now is found by its words, or not at all; what was taken back is not found.';
create trigger document_words_forgotten
  after update of title, number, index_number, keywords, summary, body, column_key, published_on, shown_until, withdrawn_on, audience,
    stage, validity, normative, interprets
  on document for each row execute function forget_document_words();
