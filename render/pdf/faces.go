package pdf

import (
	"sync"

	"phuluc2b/fonts"
)

// alphabet is added to the letters of a face of which much is drawn, so that the documents of
// one form, which differ in names and numbers, share a subset. It is not added to a face of a
// line or two: the file would be larger by a tenth. A subset depends on the document alone.
const alphabet = " !\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz" +
	"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

// wholeAlphabetFrom is the number of drawn letters from which the alphabet is added.
const wholeAlphabetFrom = 70

// maxKept is the most faces that are kept; then all are dropped.
const maxKept = 64

// faceStore keeps faces with their subsets from one document to the next. It is safe for
// concurrent use.
type faceStore struct {
	family *fonts.Family
	mu     sync.Mutex
	kept   map[faceKey]*face
}

type faceKey struct {
	face    *fonts.Face
	letters string
}

// withLetters is the faces that a document is set in, by the letters that it draws.
func (s *faceStore) withLetters(drawn [len(faces{})]*letterSet) faces {
	var used faces
	for style, set := range drawn {
		if set != nil {
			used[style] = s.get(s.family.Face(style&1 > 0, style&2 > 0), set)
		}
	}
	return used
}

// get is a face with the letters of a set, and of the alphabet if there are many.
func (s *faceStore) get(f *fonts.Face, set *letterSet) *face {
	letters := set.sorted()
	if len(letters) >= wholeAlphabetFrom {
		for _, r := range alphabet {
			if f.Has(r) {
				set.add(r)
			}
		}
		letters = set.sorted()
	}
	key := faceKey{f, string(letters)}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept[key] == nil {
		if s.kept == nil || len(s.kept) >= maxKept {
			s.kept = map[faceKey]*face{}
		}
		s.kept[key] = newFace(f, letters)
	}
	return s.kept[key]
}
