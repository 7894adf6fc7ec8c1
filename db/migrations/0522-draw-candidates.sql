-- The published list names candidates by number only; this says who each number is. An assignment keeps how it was found.
create table draw_candidate (
  region_id text not null,
  draw_id text not null,
  number text not null,
  expert_id text not null,
  primary key (region_id, draw_id, number),
  unique (region_id, draw_id, expert_id),
  foreign key (region_id, draw_id) references draw (region_id, id),
  foreign key (region_id, expert_id) references expert (region_id, id)
);
alter table review_round add column assignment jsonb;
alter table draw_party drop column false_reveals; -- a false number is refused and leaves nothing
