create table usage_limit (
  tenant_id uuid primary key references tenant on delete cascade,
  messages_per_minute int not null,
  visitor_messages_per_minute int not null,
  address_messages_per_minute int not null,
  daily_tokens bigint,
  version int not null,
  updated_at timestamp with time zone not null
);

create table usage_day (
  tenant_id uuid not null references tenant on delete cascade,
  used_on date not null,
  messages bigint not null,
  prompt_tokens bigint not null,
  completion_tokens bigint not null,
  refused bigint not null,
  primary key (tenant_id, used_on)
);
