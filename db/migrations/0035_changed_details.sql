-- What is known of a colleague can be changed, and which of it was is kept; what it was before is not.
alter table account_change add column details text[] collate "C";

-- Passwords lie in `account`; this column never held one.
alter table person drop column password_hash;
