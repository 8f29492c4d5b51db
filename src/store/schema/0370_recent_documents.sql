-- The last documents of an agency and of all: lists and the words that are offered as a search read from their end.

create index document_recent on document (agency_id, published_on desc)
  where audience = 'society' and withdrawn_on is null;
create index document_recent_all on document (published_on desc)
  where audience = 'society' and withdrawn_on is null;
