-- 离线报送包: an agency signs what it hands in by file; its supervisor keeps the key that it trusts for that unit.

create table signing_key (
  agency_id uuid primary key references agency (id),
  public_key text not null,
  private_sealed bytea not null,
  made_at timestamptz not null default now()
);
comment on table signing_key is '签名密钥 (Ed25519), made when an agency first writes a bundle; the private half is sealed.';

create table trusted_key (
  agency_id uuid not null references agency (id),
  unit_id uuid not null references agency (id),
  public_key text not null,
  trusted_by uuid not null,
  trusted_at timestamptz not null default now(),
  primary key (agency_id, unit_id)
);
comment on table trusted_key is '登记的单位签名公钥: compared with the unit by another way (telephone) before it is trusted; a bundle signed otherwise is refused.';

grant select, insert on signing_key to gongkai_app;
grant select, insert, update on trusted_key to gongkai_app;
