package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
	"time"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/pdf/object"
)

// properties reads an XMP packet: the text of each property, by its name.
func properties(t testing.TB, packet []byte) map[string]string {
	t.Helper()
	all := map[string]string{}
	var path []string
	d := xml.NewDecoder(bytes.NewReader(packet))
	for {
		token, err := d.RawToken()
		if err != nil {
			return all
		}
		switch token := token.(type) {
		case xml.StartElement:
			path = append(path, token.Name.Space+":"+token.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			for len(path) > 3 && strings.TrimSpace(string(token)) != "" {
				all[path[3]] += string(token) // below x:xmpmeta, rdf:RDF and rdf:Description
				break
			}
		}
	}
}

// The properties in the information dictionary and in the XMP packet agree.
func TestMetadata(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(1)
	a.Meta.Title, a.Meta.Subject = `Phụ lục "2B" <&> (\)`, "Kèm theo báo cáo"
	o := open(t, write(t, a))
	info := o.dict(o.trailer["Info"])
	d, packet := o.stream(o.catalog()["Metadata"])
	if d["Filter"] != nil || d["Type"] != object.Name("Metadata") || d["Subtype"] != object.Name("XML") || !bytes.Contains(o.file, packet) {
		t.Errorf("%v", d)
	}
	got := properties(t, packet)
	for key, want := range map[string]string{
		"dc:title": a.Meta.Title, "dc:creator": a.Meta.Author, "dc:description": a.Meta.Subject, "dc:language": "vi-VN",
		"pdf:Producer": "phuluc2b", "xmp:CreatorTool": "phuluc2b",
		"xmp:CreateDate": "2021-12-02T00:00:00+00:00", "xmp:ModifyDate": "2021-12-02T00:00:00+00:00",
		"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1",
	} {
		t.Run(key, func(t *testing.T) {
			if got[key] != want {
				t.Errorf("%s is %q, want %q", key, got[key], want)
			}
		})
	}
	for key, want := range map[object.Name]string{
		"Title": a.Meta.Title, "Author": a.Meta.Author, "Subject": a.Meta.Subject, "Producer": "phuluc2b", "Creator": "phuluc2b",
		"CreationDate": "D:20211202000000+00'00'", "ModDate": "D:20211202000000+00'00'",
	} {
		t.Run(string(key), func(t *testing.T) {
			if s, _ := info[key].(string); object.Decode(s) != want {
				t.Errorf("/%s is %q, want %q", string(key), object.Decode(s), want)
			}
		})
	}
	if len(info) != 7 || !strings.Contains(got["pdfaExtension:schemas"], "http://www.aiim.org/pdfua/ns/id/") {
		t.Errorf("%v, %v", info, got)
	}
}

// A property that a document does not have is left out in both places. Without a title or a
// language PDF/UA is not claimed.
func TestClaimsAreTrue(t *testing.T) {
	t.Parallel()
	for what, put := range map[string]func(*rendertest.Annex){
		"no title":    func(a *rendertest.Annex) { a.Meta.Title = "" },
		"no language": func(a *rendertest.Annex) { a.Meta.Language = "" },
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			a := rendertest.Filled(1)
			a.Meta.Author, a.Meta.Subject = "", ""
			put(a)
			o := open(t, write(t, a))
			_, packet := o.stream(o.catalog()["Metadata"])
			got := properties(t, packet)
			if len(o.dict(o.trailer["Info"])) > 5 || got["dc:creator"]+got["dc:description"] != "" {
				t.Errorf("%v, %v", o.trailer, got)
			}
			if got["pdfaid:conformance"] != "A" || bytes.Contains(packet, []byte("pdfuaid:part")) || bytes.Contains(packet, []byte("pdfaExtension")) {
				t.Errorf("%v", got)
			}
		})
	}
}

// A date is written in UTC.
func TestDateOfAnotherZone(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(1)
	a.Meta.Date = time.Date(2021, 12, 2, 6, 0, 0, 0, time.FixedZone("", 7*60*60))
	o := open(t, write(t, a))
	_, packet := o.stream(o.catalog()["Metadata"])
	if day := properties(t, packet)["xmp:CreateDate"]; day != "2021-12-01T23:00:00+00:00" {
		t.Error(day)
	}
	if day := o.dict(o.trailer["Info"])["CreationDate"]; day != "D:20211201230000+00'00'" {
		t.Error(day)
	}
}

// The identifier of a file is that of its content.
func TestIdentifier(t *testing.T) {
	t.Parallel()
	id := func(a *rendertest.Annex) string {
		both := open(t, write(t, a)).trailer["ID"].(object.Array)
		if len(both) != 2 || both[0] != both[1] || len(both[0].(string)) != 16 {
			t.Errorf("%q", both)
		}
		return fmt.Sprint(both[0])
	}
	a, other := rendertest.Filled(1), rendertest.Filled(1)
	other.Grid.Rows[2].Cells[1].Paragraphs[0].Text = "khác"
	if id(a) != id(rendertest.Filled(1)) || id(a) == id(other) {
		t.Error("the identifier does not follow the content")
	}
}

// The profile is one of sRGB: its tags lie inside of it, and its colours add up to white.
func TestOutputIntent(t *testing.T) {
	t.Parallel()
	o := open(t, write(t, rendertest.Filled(1)))
	intents := o.catalog()["OutputIntents"].(object.Array)
	intent := o.dict(intents[0])
	d, icc := o.stream(intent["DestOutputProfile"])
	if len(intents) != 1 || intent["S"] != object.Name("GTS_PDFA1") || d["N"] != 3 {
		t.Errorf("%v, %v", intent, d)
	}
	if binary.BigEndian.Uint32(icc) != uint32(len(icc)) || icc[8] != 2 || string(icc[12:24]) != "mntrRGB XYZ " || string(icc[36:40]) != "acsp" {
		t.Errorf("% x", icc[:128])
	}
	tags := map[string][]byte{}
	for i := range binary.BigEndian.Uint32(icc[128:]) {
		entry := icc[132+12*i:]
		offset, size := binary.BigEndian.Uint32(entry[4:]), binary.BigEndian.Uint32(entry[8:])
		if offset%4 != 0 {
			t.Errorf("%.4s begins at %d", entry, offset)
		}
		tags[string(entry[:4])] = icc[offset : offset+size]
	}
	for i := 8; i < 20; i += 4 {
		sum := 0
		for _, tag := range []string{"rXYZ", "gXYZ", "bXYZ"} {
			sum += int(binary.BigEndian.Uint32(tags[tag][i:]))
		}
		if off := sum - int(binary.BigEndian.Uint32(tags["wtpt"][i:])); off < -40 || off > 40 {
			t.Errorf("%d off white", off)
		}
	}
	curve := tags["gTRC"][12:]
	for i := 2; i < len(curve); i += 2 {
		if binary.BigEndian.Uint16(curve[i:]) <= binary.BigEndian.Uint16(curve[i-2:]) {
			t.Errorf("the curve does not rise at %d", i/2)
		}
	}
	if len(tags) != 9 || len(curve) != 512 {
		t.Errorf("%d tags, %d bytes of curve", len(tags), len(curve))
	}
}
