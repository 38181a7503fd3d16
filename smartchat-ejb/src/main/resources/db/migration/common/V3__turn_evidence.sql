create table turn_evidence (
  answer_id uuid primary key references message on delete cascade,
  tenant_id uuid not null references tenant on delete cascade,
  content text not null
);
create index turn_evidence_tenant on turn_evidence (tenant_id);
