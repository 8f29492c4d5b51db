-- 销毁: contents whose rows are gone and that still have to leave the disk, so that a stop in between loses none of them.

create table content_to_remove (
  hash text primary key,
  since timestamptz not null default now()
);
comment on table content_to_remove is '待清除的文件内容: written with the erasure itself, deleted once the content is off the disk or found in use elsewhere; what is left over is removed at night.';
grant select, insert, delete on content_to_remove to gongkai_app;
