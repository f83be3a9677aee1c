-- name: PutOriginal :exec
insert into originals (hash, size, data) values ($1, $2, $3)
on conflict (hash) do nothing;

-- name: HasOriginal :one
select count(*) from originals where hash = $1;

-- name: Original :one
select data from originals where hash = $1;

-- name: OriginalHashes :many
select hash from originals order by hash;

-- name: PutText :exec
insert into texts (hash, body) values ($1, $2)
on conflict (hash) do nothing;

-- name: Text :one
select body from texts where hash = $1;

-- name: TextHashes :many
select hash from texts order by hash;

-- name: AppendEntry :exec
insert into entries (seq, grp, undoes, who, role, at, kind, body, prev, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: EntriesAfter :many
select seq, grp, undoes, who, role, at, kind, body, prev, hash
from entries where seq > $1 order by seq limit $2;

-- name: Head :one
select seq, hash from entries order by seq desc limit 1;
