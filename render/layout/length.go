package layout

// Length is a distance in twips, 1/20 of a point: WordprocessingML's own unit, so that
// both back ends work with the same whole numbers.
type Length int

// Point is the typographic point, 1/72 inch.
const Point Length = 20

// Millimetres rounds a distance in millimetres, once, to a Length.
func Millimetres(mm float64) Length {
	return Length(mm*1440/25.4 + 0.5)
}

// Points is l in points.
func (l Length) Points() float64 { return float64(l) / float64(Point) }
