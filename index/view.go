package index

type viewCache struct{}

func (*viewCache) drop() {}

func checkFiles(string) error { return nil }
