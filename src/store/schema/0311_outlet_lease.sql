-- 公开渠道: who works at an item holds it by a lease; what was ever tried at an outlet may be there, whatever was heard of it.

alter table outlet_item
  add column touched boolean not null default false,
  add column leased_until timestamptz;
comment on column outlet_item.touched is 'The machine began to bring it there: until it was taken back it may be there.';
comment on column outlet_item.leased_until is 'Somebody works at it until then; null: nobody.';
comment on column outlet_item.next_try_at is 'When the machine turns to it next. Null: it does not.';
