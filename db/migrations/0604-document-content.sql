-- Where a document's content is kept; null for one that is known by name and checksum only.
alter table case_document add column content text;
