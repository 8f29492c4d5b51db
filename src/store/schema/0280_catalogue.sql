-- 公开事项目录 (Reg. 12, 22): what an agency publishes, item by item, with every version since.

create table catalogue_item (
  agency_id uuid not null references agency (id),
  id uuid not null,
  rank int not null,
  primary key (agency_id, id)
);
comment on table catalogue_item is '公开事项: one line of an agency''s catalogue. What it says stands in its versions.';
comment on column catalogue_item.rank is 'Its place in the catalogue; of no meaning beyond the order.';
grant select, insert, update on catalogue_item to gongkai_app;

create table catalogue_version (
  agency_id uuid not null,
  item_id uuid not null,
  seq int not null check (seq > 0),
  from_date date not null,
  ended boolean not null default false,
  content jsonb not null,
  keeping jsonb not null,
  why text not null default '',
  actor_id uuid not null,
  actor_name text not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, item_id, seq),
  foreign key (agency_id, item_id) references catalogue_item (agency_id, id)
);
comment on table catalogue_version is 'An item as it stands from a day on. Only ever added to: the one with the latest day, and among those the last recorded, holds.';
comment on column catalogue_version.ended is 'From this day on the item is no more in the catalogue.';
comment on column catalogue_version.content is 'The row of the sheet: 领域, 一级事项, 二级事项, 要素, 依据, 时限, 主体, 渠道, 对象, 方式, 层级.';
comment on column catalogue_version.keeping is 'What the sheet does not have: 责任科室, the portal''s column, for whom, what fires its duties.';
grant select, insert on catalogue_version to gongkai_app;

create function catalogue_on(agency uuid, day date) returns table (
  id uuid, rank int, seq int, from_date date, content jsonb, keeping jsonb
)
  language sql stable parallel safe
  as $$
    select i.id, i.rank, v.seq, v.from_date, v.content, v.keeping
    from catalogue_item i
    cross join lateral (
      select * from catalogue_version v
      where v.agency_id = i.agency_id and v.item_id = i.id and v.from_date <= day
      order by v.from_date desc, v.seq desc limit 1
    ) v
    where i.agency_id = agency and not v.ended
  $$;
comment on function catalogue_on is 'The catalogue of an agency as it stands on a day.';

alter table edition add column item_id uuid;
alter table document add column item_id uuid;
comment on column edition.item_id is 'The item of the catalogue that it is published under; null where it belongs to none.';
comment on column document.item_id is 'The item of the catalogue that it was published under; null where it belongs to none.';
create index document_item on document (agency_id, item_id, published_on desc) where item_id is not null;
