-- Sources are immutable and the ledger only grows, whoever writes to the file.
-- +goose Up
-- +goose StatementBegin
create trigger entries_no_update before update on entries
begin select raise(abort, 'the ledger is append-only'); end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger entries_no_delete before delete on entries
begin select raise(abort, 'the ledger is append-only'); end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger originals_no_update before update on originals
begin select raise(abort, 'originals are immutable'); end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger originals_no_delete before delete on originals
begin select raise(abort, 'originals are immutable'); end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger texts_no_update before update on texts
begin select raise(abort, 'texts are immutable'); end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger texts_no_delete before delete on texts
begin select raise(abort, 'texts are immutable'); end;
-- +goose StatementEnd

-- +goose Down
drop trigger texts_no_delete;
drop trigger texts_no_update;
drop trigger originals_no_delete;
drop trigger originals_no_update;
drop trigger entries_no_delete;
drop trigger entries_no_update;
