do $$
begin
  create extension if not exists vector;
exception
  when undefined_file or feature_not_supported then
    raise exception 'SmartChat needs the pgvector extension, 0.8 or newer, on the PostgreSQL server. Install it there (Debian: postgresql-NN-pgvector; Docker: the image pgvector/pgvector) and start again.';
  when insufficient_privilege then
    raise exception 'SmartChat''s database user may not create the pgvector extension. Run "create extension vector" in this database once as a superuser and start again.';
end $$;

do $$
declare
  installed text := (select extversion from pg_extension where extname = 'vector');
begin
  if string_to_array(installed, '.')::int[] < array[0, 8] then
    raise exception 'SmartChat needs pgvector 0.8 or newer; this database has %. Update the package, run "alter extension vector update" and start again.', installed;
  end if;
end $$;

create table passage_vector (
  chunk_id bigint primary key references chunk on delete cascade,
  tenant_id uuid not null,
  source_id uuid not null,
  model_id int not null,
  known_language boolean not null,
  embedding vector not null
);
create index passage_vector_source on passage_vector (tenant_id, source_id);
-- One index per embedding model: the model and its dimension have to be literals.
create index passage_vector_model_1 on passage_vector
  using hnsw ((embedding::halfvec(384)) halfvec_cosine_ops) where model_id = 1;

create table posting (
  tenant_id uuid,
  term text collate "C",
  chunk_id bigint,
  tf int not null,
  dl int not null,
  primary key (tenant_id, term, chunk_id) include (tf, dl)
) with (autovacuum_vacuum_insert_scale_factor = 0.02);
-- To find what a removed source leaves behind.
create index posting_chunk on posting (chunk_id);

create table term_stat (
  tenant_id uuid,
  term text collate "C",
  df int not null,
  primary key (tenant_id, term)
);

create table tenant_stat (
  tenant_id uuid primary key references tenant on delete cascade,
  n int not null,
  len bigint not null
);
