-- Files that people hand in, each once a region, sealed: they are personal. The name is a keyed checksum, so that a copy of
-- this table does not tell whether a known file is in it.
create table content (
  region_id text not null references region,
  checksum text not null,
  form text not null,
  bytes bigint not null,
  sealed bytea not null,
  kept_by text not null,
  kept_at timestamptz not null,
  primary key (region_id, checksum)
);
