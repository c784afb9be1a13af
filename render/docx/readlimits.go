package docx

// What a file may hold. The largest annex needs a small part of it; a hostile file that
// inflates to more is refused before it fills the memory.
const (
	maxFile      = 128 << 20 // bytes of the archive
	maxDirectory = 2 << 20   // bytes read to list its entries
	maxEntries   = 4096

	maxInflated    = 192 << 20 // bytes of all parts that are read
	maxMain        = 64 << 20  // bytes of the main part
	maxItem        = 16 << 20  // bytes of an attachment in base64
	maxAttachments = 16
	maxLinks       = 4 << 20 // bytes of a list of relationships

	maxTag   = 4 << 20 // bytes of one tag, comment or text without a tag in it
	maxDepth = 256     // elements within one another

	maxText    = 1 << 20   // bytes of text in a cell or paragraph
	maxRows    = 100_000   // of a table
	maxColumns = 63        // of a table: Word's own limit
	maxPieces  = 1_500_000 // rows, cells and paragraphs
)

// limits are those that take long to reach; a test may set lower ones.
type limits struct {
	main   int64
	pieces int
}

func annexLimits() limits { return limits{maxMain, maxPieces} }
