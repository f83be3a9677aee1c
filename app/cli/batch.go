package cli

import "context"

// A record answers one line of a batch (`stet NAME --jsonl`). The answer is
// marshalled as it is and carries the record's id; an error becomes
// {"id":…,"error":…}.
type record func(ctx context.Context, line []byte) (any, error)
