package assets

import "embed"

// Sample holds the sample desk: sample/articles, as outlets published them, and
// sample/desk.json, what the people of the desk did with them.
//
//go:embed sample/articles sample/desk.json
var Sample embed.FS
