package pdf

import (
	"encoding/binary"
	"math"
)

// profile is sRGB (IEC 61966-2-1) as an ICC profile of version 2.1, for the output intent that
// PDF/A asks for although all is black. Some checkers refuse version 4.
func profile() []byte {
	curve := toneCurve()
	tags := []struct {
		signatures []string
		data       []byte
	}{
		{[]string{"desc"}, description("sRGB")},
		{[]string{"cprt"}, append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{[]string{"wtpt"}, colour(0.9642, 1, 0.8249)},
		{[]string{"rXYZ"}, colour(0.43607, 0.22250, 0.01393)}, // adapted to D50, like the white
		{[]string{"gXYZ"}, colour(0.38506, 0.71688, 0.09710)},
		{[]string{"bXYZ"}, colour(0.14308, 0.06062, 0.71417)},
		{[]string{"rTRC", "gTRC", "bTRC"}, curve},
	}
	count := 0
	for _, tag := range tags {
		count += len(tag.signatures)
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(count))
	var data []byte
	for _, tag := range tags {
		for _, signature := range tag.signatures {
			table = append(table, signature...)
			table = binary.BigEndian.AppendUint32(table, uint32(128+4+12*count+len(data)))
			table = binary.BigEndian.AppendUint32(table, uint32(len(tag.data)))
		}
		data = append(data, tag.data...)
		data = append(data, make([]byte, -len(data)&3)...)
	}
	return append(append(profileHeader(128+len(table)+len(data)), table...), data...)
}

// profileHeader is the header of a display profile of version 2.1, from RGB to XYZ.
func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	copy(h[8:], "\x02\x10\x00\x00mntrRGB XYZ ")
	copy(h[24:], "\x07\xE5\x00\x01\x00\x01") // fixed: 1 January 2021
	copy(h[36:], "acsp")
	copy(h[68:], colour(0.9642, 1, 0.8249)[8:]) // the white of D50
	return h
}

func colour(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, uint32(math.Round(v*65536)))
	}
	return b
}

// toneCurve is the linear light of 256 sRGB values, from 0 to 65535.
func toneCurve() []byte {
	const steps = 256
	b := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}

// description is the name of the profile in ASCII; its Unicode and Macintosh forms are empty.
func description(text string) []byte {
	b := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(text)+1))
	return append(append(b, text...), make([]byte, 1+4+4+2+1+67)...)
}
