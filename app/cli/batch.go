package cli

// records are the batch commands: `stet NAME --jsonl`. To add one, write
// `func nameRecord(ctx context.Context, line []byte) (any, error)` in
// batch_name.go and name it here; the answer must carry the record's "id".
var records = map[string]record{
	"anchor":  anchorRecord,
	"compare": compareRecord,
	"extract": extractRecord,
}
