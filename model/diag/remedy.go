package diag

import "slices"

// Remedy is what to do about a finding with means that each front end has of its own: a flag, a
// command, a button.
type Remedy struct {
	Do   Action
	Args []string // what the action is about
}

// Action is a kind of remedy; its comment says what is in Args.
type Action int

const (
	NoAction Action = iota

	ChooseTable  // one of several: its ordinal, for example
	ConfirmTable // the annex is that table: its ordinal
	ListTables   // see which there are
	OtherTable   // read another one, if need be
	ReviewTable  // look at it again, or read another one

	ChooseColumn // the figures: the head of their column, for example
	ReviewColumn // look at it again, or choose another one: its head, for example

	ChooseForm  // the annex is of another one
	NameForm    // of the annex, or make one of it: the document, the forms that there are
	ChooseOf    // of two forms with one name: the file of one
	UseForm     // that lies beside: its file
	CheckForm   // mend it: its file, a data file that is filled in by it
	MendBeside  // a file that lies beside: the names, the forms that there are
	CheckBeside // likewise; the file of one, a data file that is filled in by it
	MistakenFor // a form was to be there, not data

	ReviewGuess  // in a form that was made of a document
	TakeData     // that such a document holds
	GivePrevious // the annex of the period before, for its figures

	DropCarry      // figures of one form do not go into another
	DropSeen       // a document that cannot be compared with: its name
	TakeSource     // out of a document, to be corrected by hand
	CompareFresh   // with what is made of the data now
	RemakePDF      // that is damaged
	RedoInProgram  // what no data file keeps: "Word", where it was
	AcceptedInWord // likewise; changes that are tracked count as accepted

	MendFiling  // that a unit filed: its file
	SeeParts    // of a total that lacks units, or take it as it is: a row
	RemakeTotal // that was edited since it was made
)

// Worded is the list with what to do said by a front end.
func (l List) Worded(words func(Remedy) string) List {
	worded := slices.Clone(l)
	for i := range worded {
		if r := worded[i].Remedy; r.Do != NoAction {
			worded[i].Hint = words(r)
		}
	}
	return worded
}
