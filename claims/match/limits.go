package match

// Limits that keep time and memory bounded whatever the input.
const (
	// maxClaimWords: a longer "quotation" is a document; the rest is not compared.
	maxClaimWords = 1500
	// maxPassageWords: the longest text read, well above the longest article.
	maxPassageWords = 2_000_000
	// maxCells bounds one alignment table: claim words × passage words. 4 million
	// cells take about 40 ms and 12 MB.
	maxCells = 4_000_000
	// maxWindows: how many places of a long text are aligned with a claim.
	maxWindows = 6
	// ellipsisWords: how many words of the source an ellipsis may stand for, in
	// brackets or not. What is longer is no part of the same utterance.
	ellipsisWords = 80
)
