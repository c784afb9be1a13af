package tree

import "bytes"

// meter keeps count of what is bounded, token by token.
type meter struct {
	text                []byte
	line                int  // offset of its start
	begun               bool // it has more than blanks
	lines, items, paths int
	at                  level
	head                level // of the table that was named last
	keys                int   // outside of brackets, since the last [[…]]
	open                []bracket
}

// level is how deep something stands, and the bytes of the names above it.
type level struct{ depth, path int }

type bracket struct {
	sign byte
	at   level
	head bool // it names a table
	keys int
}

func (m *meter) count(start, end int) {
	switch sign := m.text[start]; sign {
	case '\n':
		m.at = m.base()
	case '.':
		m.at.depth++
		m.name()
	case '=':
		m.name()
	case '[', '{':
		m.opened(start)
	case ']', '}':
		m.closed()
	case ',':
		m.at = m.base()
		if n := len(m.open); n > 0 && m.open[n-1].sign == '[' {
			m.items++
		}
	case '#':
	default:
		if !blank(sign) {
			m.at.path += end - start
		}
	}
	m.begun = m.begun || !blank(m.text[start])
	if n := bytes.Count(m.text[start:end], []byte("\n")); n > 0 {
		m.lines += n
		m.line = start + bytes.LastIndexByte(m.text[start:end], '\n') + 1
		m.begun = m.line < end
	}
}

// name counts a key, or a table above one.
func (m *meter) name() {
	m.items++
	m.paths += m.at.path
	*m.tableKeys()++
}

func (m *meter) opened(start int) {
	head := len(m.open) == 0 && !m.begun
	if head {
		m.at, m.head = level{}, level{}
		m.keys++
		if start+1 < len(m.text) && m.text[start+1] == '[' {
			m.keys = 0
		}
	}
	head = head || len(m.open) > 0 && m.open[0].head
	m.open = append(m.open, bracket{sign: m.text[start], at: m.at, head: head})
	m.at.depth++
	m.items++
}

func (m *meter) closed() {
	n := len(m.open)
	if n == 0 {
		m.at = m.base()
		return
	}
	last := m.open[n-1]
	if last.head {
		m.head = level{max(m.head.depth, m.at.depth-n), max(m.head.path, m.at.path)}
	}
	m.at, m.open = last.at, m.open[:n-1]
}

// tableKeys is the count of the keys of the innermost table.
func (m *meter) tableKeys() *int {
	if n := len(m.open); n > 0 {
		return &m.open[n-1].keys
	}
	return &m.keys
}

// base is the level at the start of a key or an item.
func (m *meter) base() level {
	if n := len(m.open); n > 0 {
		return level{m.open[n-1].at.depth + 1, m.open[n-1].at.path}
	}
	return m.head
}

// isKey reports whether what ends at an offset is a key or a part of one.
func (m *meter) isKey(end int) bool {
	for end < len(m.text) && blank(m.text[end]) {
		end++
	}
	return end < len(m.text) && (m.text[end] == '=' || m.text[end] == '.')
}
