-- 撤回通知附件: the wrong paper is taken back before the reports are due; that it was there, and why it is not, stays.

alter table notice_attachment add column withdrawn_because text;
alter table notice_attachment add column withdrawn_by uuid;
alter table notice_attachment add column withdrawn_on date;
alter table notice_attachment add constraint notice_attachment_withdrawn
  check ((withdrawn_on is null) = (withdrawn_because is null) and (withdrawn_on is null) = (withdrawn_by is null));
comment on column notice_attachment.withdrawn_on is '撤回之日: nobody reads the file any more; its name and the reason stay for every unit that was asked.';
grant update (withdrawn_because, withdrawn_by, withdrawn_on) on notice_attachment to gongkai_app;
