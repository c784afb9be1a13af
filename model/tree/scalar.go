package tree

import (
	"bytes"
	"strconv"

	"github.com/BurntSushi/toml"
	"github.com/pelletier/go-toml/v2/unstable"
)

// scalar is a text, a number, a truth or a day, of which BurntSushi/toml reads what is not
// written in the plainest way.
func (w *placer) scalar(v *unstable.Node, written []byte) any {
	switch {
	case v.Kind == unstable.String && len(written) == len(v.Data)+len(`""`)+breaks(written):
		return string(v.Data)
	case v.Kind == unstable.Bool:
		return written[0] == 't'
	case v.Kind == unstable.Integer && plainNumber(written):
		n, _ := strconv.ParseInt(string(written), 10, 64)
		return n
	case v.Kind == unstable.Float && plainNumber(written):
		n, _ := strconv.ParseFloat(string(written), 64)
		return n
	}
	var alone struct{ V any }
	err := toml.Unmarshal(append([]byte("V = "), written...), &alone)
	w.doubt = w.doubt || err != nil
	return alone.V
}

// breaks is how many bytes longer a text is written than it is, if it has no other escapes than
// \n; else it is written longer than that.
func breaks(written []byte) int {
	if written[0] != '"' {
		return 0
	}
	return bytes.Count(written, []byte(`\n`))
}

// plainNumber reports whether a number is digits and a point alone, and not too large.
func plainNumber(written []byte) bool {
	return len(written) < 16 && (written[0] != '0' || len(written) == 1) && len(bytes.Trim(written, "0123456789.")) == 0
}

// put gives a table the value of a key.
func (w *placer) put(table map[string]any, key unstable.Iterator, value any) {
	name := w.only(key)
	_, twice := table[name]
	w.doubt = w.doubt || twice
	table[name] = value
}

// add gives a list of tables, written [[key]], one more.
func (w *placer) add(table map[string]any, key unstable.Iterator, item map[string]any) {
	name := w.only(key)
	list, ok := table[name].([]map[string]any)
	w.doubt = w.doubt || !ok && table[name] != nil
	table[name] = append(list, item)
}

// only is the name of a key that has no dots.
func (w *placer) only(key unstable.Iterator) string {
	key.Next()
	at := w.place(key.Node())
	w.doubt = w.doubt || !key.IsLast() || bytes.IndexByte(w.src.Text[at.Start:at.End], '\\') >= 0
	return w.name(key.Node())
}

func (w *placer) name(key *unstable.Node) string {
	name, known := w.names[string(key.Data)]
	if !known {
		name = string(key.Data)
		w.names[name] = name
	}
	return name
}

// controls reports whether a text has control characters, which TOML forbids.
func controls(text []byte) bool {
	for i, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && (c != '\r' || !bytes.HasPrefix(text[i+1:], []byte("\n"))) || c == 0x7f {
			return true
		}
	}
	return false
}
