-- A file may be scored on a sheet of its own kind (城市机构、牵头医院、分院、基层机构); without one the round's sheet counts.
alter table review_subject add column sheet text;
