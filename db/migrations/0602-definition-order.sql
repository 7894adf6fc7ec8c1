-- jsonb forgets the order of keys; stages, fields and categories are shown and judged in the order of the file.
alter table programme_version alter column definition type json using definition::json;
