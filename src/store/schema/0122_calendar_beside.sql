-- 日历变更也移动争议卷的期限和更正事项的办理目标: a trace of each, as for requests.

create table calendar_move_beside (
  agency_id uuid not null,
  change_id uuid not null,
  dispute_id uuid,
  amendment_id uuid,
  limit_kind text not null,
  nth int not null default 1,
  former_due date,
  new_due date,
  check (num_nonnulls(dispute_id, amendment_id) = 1),
  unique nulls not distinct (agency_id, change_id, dispute_id, amendment_id, limit_kind, nth),
  foreign key (agency_id, change_id) references calendar_change (agency_id, id),
  foreign key (agency_id, dispute_id) references dispute (agency_id, id),
  foreign key (agency_id, amendment_id) references amendment (agency_id, id)
);
comment on table calendar_move_beside is 'A day of a dispute file, or the target of a matter of amendment, that a change of the calendar moved: before and after, null where unknown. Append-only.';
comment on column calendar_move_beside.nth is 'Which limit of this kind in the dispute: an appeal brings a second one.';
create index calendar_move_beside_dispute on calendar_move_beside (agency_id, dispute_id);
create index calendar_move_beside_amendment on calendar_move_beside (agency_id, amendment_id);
grant select, insert on calendar_move_beside to gongkai_app;
