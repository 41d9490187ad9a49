-- Which field is the reason, by its path, where one alone is.
alter table dead_letter add column field text;
