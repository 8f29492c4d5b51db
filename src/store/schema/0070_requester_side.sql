-- 申请人一侧: what the requester writes, chooses and opens online, beside the acts of the case.

create table requester_message (
  agency_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  kind text not null,
  on_date date not null,
  useful text,
  sealed bytea not null,
  command_id uuid not null,
  written_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, command_id),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table requester_message is 'What the requester wrote on the status page: correction, reasons, proof of payment, confirmation, feedback. The words are sealed. Append-only.';
comment on column requester_message.useful is 'Feedback after the reply: yes, partly or no; counted without opening the words.';
create index requester_message_case on requester_message (agency_id, case_id);
grant select, insert on requester_message to gongkai_app;

create table requester_message_handled (
  agency_id uuid not null,
  message_id uuid not null,
  officer_id uuid not null,
  handled_at timestamptz not null default now(),
  primary key (agency_id, message_id),
  foreign key (agency_id, message_id) references requester_message (agency_id, id)
);
comment on table requester_message_handled is 'Which message of a requester an officer has dealt with. Append-only.';
grant select, insert on requester_message_handled to gongkai_app;

create table letter_access (
  agency_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  on_date date not null,
  opened_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references request_case (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id)
);
comment on table letter_access is '打开记录: a letter opened online with number and query code, and when; nothing of the reader''s device. Append-only.';
create index letter_access_letter on letter_access (agency_id, letter_id);
grant select, insert on letter_access to gongkai_app;

create table service_choice (
  agency_id uuid not null,
  case_id uuid not null,
  seq int not null,
  on_date date not null,
  agreed boolean not null,
  chosen_at timestamptz not null default now(),
  primary key (agency_id, case_id, seq),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table service_choice is 'Electronic service agreed to or revoked after the request was made; the last row holds. Append-only.';
grant select, insert on service_choice to gongkai_app;

create table electronic_delivery (
  agency_id uuid not null,
  case_id uuid not null,
  act_seq int not null,
  offered_on date not null,
  open_by date,
  primary key (agency_id, case_id, act_seq),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table electronic_delivery is 'A decision put up for opening online. Not opened by open_by, the office serves it another way. Append-only.';
grant select, insert on electronic_delivery to gongkai_app;
