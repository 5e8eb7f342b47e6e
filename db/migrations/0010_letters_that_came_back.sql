-- The outbox shows what came back beside what has not gone yet, and what went last. A letter sent to a wrong address never goes again.

alter table letter add column return_why text collate "C";

create index letter_came_back on letter (landlord_id, returned_on, letter_id) where returned_on is not null;
create index letter_gone on letter (landlord_id, sent_on desc, letter_id) where sent_on is not null;
