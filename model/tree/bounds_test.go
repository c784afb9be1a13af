package tree

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"phuluc2b/model/diag"
)

// Files that no real annex resembles are refused before a decoder sees them: for little more
// than the memory that a copy of the file takes.
func TestOutOfBounds(t *testing.T) {
	repeat := strings.Repeat
	for _, test := range []struct {
		name, text, message string
		line                int
	}{
		{"a dotted key", repeat("a.", 20000) + "a = 1", "ngoặc hoặc dấu chấm của khóa lồng nhau quá 16 lớp", 1},
		{"dots in braces", repeat("{a.a.a=", 9000), "ngoặc hoặc dấu chấm của khóa lồng nhau quá 16 lớp", 1},
		{"a dotted table", "[" + repeat("\"a\" . ", 20000) + "a]", "ngoặc hoặc dấu chấm của khóa lồng nhau quá 16 lớp", 1},
		{"braces", "x = " + repeat("{a=", 13000) + "1" + repeat("}", 13000), "ngoặc hoặc dấu chấm của khóa lồng nhau quá 16 lớp", 1},
		{"brackets", "\nx = " + repeat("[", 3<<20), "ngoặc hoặc dấu chấm của khóa lồng nhau quá 16 lớp", 2},
		{"brackets on lines", repeat("[\n", 3<<20), "ngoặc hoặc dấu chấm của khóa lồng nhau quá 16 lớp", 17},
		{"dots below dots", "[" + repeat("a.", 10) + "a]\n" + repeat("b.", 10) + "b = 1", "ngoặc hoặc dấu chấm của khóa lồng nhau quá 16 lớp", 2},
		{"long names", "[" + repeat(repeat("k", 250)+".", 10) + "a]\n" + repeat("b.c = 1\n", 1<<16), "tên các khóa và bảng dài quá, cộng lại hơn 8 MB", 1675},
		{"deep names", "[a.b.c.d.e]\n" + repeat("kk.b.c.d.e.f.g.h.i.j = 1\n", 1<<16), "một bảng có hơn 65 000 khóa", 6501},
		{"a bare key", repeat("k", 3<<20) + " = 1", "chữ không có ngoặc kép dài quá 256 byte", 1},
		{"a quoted key", `"` + repeat("k", 300) + `" = 1`, "tên khóa dài quá 256 byte", 1},
		{"a text", `a = "` + repeat("ế", 1<<20) + `"`, "đoạn chữ trong ngoặc kép dài quá 16 KB", 1},
		{"a text without end", "a = '''" + repeat("x\n", 1<<20), "dấu ngoặc mở ở đây không có dấu đóng", 1},
		{"a comment", "a = 1\n#" + repeat("x", 3<<20), "dòng dài quá 128 KB", 2},
		{"a line", "a = [" + repeat("1, ", 1<<20) + "]", "dòng dài quá 128 KB", 1},
		{"keys", repeat("a = 1\n", 1<<20), "một bảng có hơn 65 000 khóa", 65001},
		{"keys in braces", "a = {\n" + repeat("a = [],\n", 1<<19), "một bảng có hơn 65 000 khóa", 65002},
		{"tables in brackets", repeat(" [a.b]\n", 1<<19), "một bảng có hơn 65 000 khóa", 65001},
		{"lists in front of tables", repeat("a = [[]]\n", 1<<19), "một bảng có hơn 65 000 khóa", 65001},
		{"tables", repeat("[[a]]\n", 1<<20), "tệp có hơn 200 000 khóa và giá trị", 100001},
		{"items", "a = [\n" + repeat("1,\n", 1<<20) + "]", "tệp có hơn 200 000 khóa và giá trị", 200000},
		{"lines", repeat("\n", 7<<20), "tệp có hơn 300 000 dòng", 300001},
		{"lines of a text", repeat("a = '''\n\n\n\n\n\n\n\n\n'''\n", 40000), "tệp có hơn 300 000 dòng", 300000},
		{"size", repeat("#\n", 5<<20), "tệp lớn 10 MB, chương trình chỉ đọc đến 8 MB", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			var findings diag.List
			src := diag.NewSource("a.toml", []byte(test.text))
			allocated := allocation(func() {
				if file := Decode(src, &findings); file != nil {
					t.Error("it is read")
				}
			})
			if len(findings) != 1 || findings[0].Rule != "gioi-han" || findings[0].Message != test.message {
				t.Fatal(findings)
			}
			if allocated > 1<<20 {
				t.Errorf("%d bytes are allocated", allocated)
			}
			if line := findings[0].Place.Position().Line; line < test.line-1 || line > test.line+1 || test.line < 20 && line != test.line {
				t.Errorf("line %d", line)
			}
		})
	}
}

// allocation is how many bytes a function allocates.
func allocation(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// Faults of many lines are told for the price of reading the file some times more.
func TestManyFaults(t *testing.T) {
	var text strings.Builder
	for i := range 60000 {
		fmt.Fprintf(&text, "\"%d\" = 0%d\n", i, i)
	}
	var findings diag.List
	if allocated := allocation(func() { Decode(diag.NewSource("a.toml", []byte(text.String())), &findings) }); allocated > 256<<20 {
		t.Errorf("%d MB are allocated", allocated>>20)
	}
	if len(findings) == 0 || len(findings) > maxSyntaxFaults {
		t.Errorf("%d findings", len(findings))
	}
}

func TestInBounds(t *testing.T) {
	for _, text := range []string{
		"a = \"\"\"\"quoted\"\"\"\"\"\n[b.c.\"d.e\"]\nf = { g.h = [[1, [2]], [], {}] } # [[[[[[[[[[[[[[[[[[[[\n",
		"a = '[[[[[[[[[[[[[[[[[[[['\n" + strings.Repeat("[[b]]\nc = [ { d = 1.5 }, { d = 2 } ]\n", 1000),
		strings.Repeat("# 1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1\n", 1000) + "a = 1\n",
	} {
		var findings diag.List
		if file := Decode(diag.NewSource("a.toml", []byte(text)), &findings); file == nil {
			t.Errorf("%.40q: %v", text, findings)
		}
	}
}
