package index

import "os"

// Delete removes the index in dir, which must not be open. Nothing is lost: an
// index is rebuilt from the store.
func Delete(dir string) error { return os.RemoveAll(dir) }
