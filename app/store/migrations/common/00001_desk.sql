-- Portable between SQLite and PostgreSQL: text keys, bigint microseconds, JSON
-- in text, no identity columns.
-- +goose Up
create table originals (
    hash text primary key,
    size bigint not null,
    data bytea not null
);
create table texts (
    hash text primary key,
    body text not null
);
create table entries (
    seq    bigint primary key,
    grp    text   not null,
    undoes text   not null,
    who    text   not null,
    role   text   not null,
    at     bigint not null,
    kind   text   not null,
    body   text   not null,
    prev   text   not null unique,
    hash   text   not null unique
);

-- +goose Down
drop table entries;
drop table texts;
drop table originals;
