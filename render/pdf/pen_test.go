package pdf

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"phuluc2b/fonts"
	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/paginate"
)

// The operators in the file are the placed lines and rules, one by one, in their order.
func TestDrawnAsPlaced(t *testing.T) {
	t.Parallel()
	p := onPages(t, rendertest.Filled(60))
	drawing, used := p.draw(t)
	var got, want []string
	for i, page := range p.pages {
		got = append(got, operators(string(drawing.text[i])+string(drawing.rules[i]))...)
		want = append(want, p.operators(page, used)...)
	}
	if !slices.Equal(got, want) {
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("operator %d: %q, want %q", i, got[i], want[i])
			}
		}
		t.Errorf("%d operators, want %d", len(got), len(want))
	}
}

// pagedAnnex is a document on its pages.
type pagedAnnex struct {
	*rendertest.Annex
	family *fonts.Family
	pages  []paginate.Page
}

func onPages(t testing.TB, a *rendertest.Annex) *pagedAnnex {
	family := rendertest.Serif(t)
	return &pagedAnnex{Annex: a, family: family, pages: paginate.Place(a.Document, family)}
}

func (p *pagedAnnex) draw(t testing.TB) (*drawing, faces) {
	t.Helper()
	letters, err := drawable(p.Meta, p.pages, p.family)
	if err != nil {
		t.Fatal(err)
	}
	used := NewWriter(p.family).faces.withLetters(letters)
	drawing, err := draw(p.Document, p.pages, used)
	if err != nil {
		t.Fatal(err)
	}
	return drawing, used
}

// operators spells what must be drawn on a page.
func (p *pagedAnnex) operators(page paginate.Page, used faces) []string {
	var all []string
	foot := p.Page.Height.Points()
	for _, l := range page.Lines {
		codes := plain.Replace(string(used[styleOf(l.Style)].appendCodes(nil, l.Text+l.Gap)))
		all = append(all, fmt.Sprintf("F%d %.2f: %.2f %.2f %q",
			styleOf(l.Style), l.Style.Size.Points(), l.X.Points(), foot-l.Baseline.Points(), codes))
	}
	for _, r := range page.Rules {
		all = append(all, fmt.Sprintf("%.2f: %.2f %.2f to %.2f %.2f", r.Weight.Points(),
			r.X1.Points(), foot-r.Y1.Points(), r.X2.Points(), foot-r.Y2.Points()))
	}
	return all
}

// plain is the bytes of a string without what brackets ask for.
var plain = strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r")

// operators finds what is drawn in a file: text with its size, lines with their weight.
func operators(file string) []string {
	operator := regexp.MustCompile(`(?s)BT /(F\w+ [\d.]+) Tf ET\n|([\d.]+) w\n|` +
		`BT ([\d.]+ [\d.]+) Td \((.*?)\) Tj ET\n|([\d.]+ [\d.]+) m ([\d.]+ [\d.]+) l S\n`)
	var all []string
	size, weight := "", ""
	for _, m := range operator.FindAllStringSubmatch(file, -1) {
		switch {
		case m[1] != "":
			size = m[1]
		case m[2] != "":
			weight = m[2]
		case m[3] != "":
			all = append(all, fmt.Sprintf("%s: %s %q", size, m[3], plain.Replace(m[4])))
		default:
			all = append(all, fmt.Sprintf("%s: %s to %s", weight, m[5], m[6]))
		}
	}
	return all
}
