alter table llm_config add column no_answer_text varchar(1000);
alter table llm_config add column fallback_provider varchar(20);
alter table llm_config add column fallback_base_url varchar(2000);
alter table llm_config add column fallback_api_key_sealed text;
alter table llm_config add column fallback_api_key_preview varchar(40);
alter table llm_config add column fallback_model varchar(200);

-- a table of its own: a failure must not count as a change of the settings
create table llm_failure (
  tenant_id uuid primary key references tenant on delete cascade,
  failed_at timestamp with time zone not null,
  code varchar(40) not null,
  message varchar(2000) not null
);
