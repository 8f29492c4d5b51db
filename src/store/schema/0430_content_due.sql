-- 上传没有办成的: contents are listed before they are put on disk and struck off with the rows that point to them, so that a refusal or a stop in between leaves nothing behind.

alter table content_to_remove add column due timestamptz not null default now();
comment on column content_to_remove.due is 'From when it may go: what is being uploaded has a day for its row to be written.';
comment on table content_to_remove is '待清除的文件内容: written with the erasure itself or before an upload is put on disk; deleted once the content is off the disk, found in use elsewhere, or pointed to by the row of the upload; what is left over is removed at night.';
grant update (due) on content_to_remove to gongkai_app;
