package chart

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"strconv"
	"strings"
)

// SVG writes a drawing as an SVG document that stands by itself: its own ground, its
// own title and description, common fonts. Numbers have at most two decimals, so
// that it is the same on every machine.
func SVG(d Drawing, p Palette) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" font-family="'Noto Sans','Segoe UI','Helvetica Neue',Arial,sans-serif">`+"\n", num(d.W), num(d.H), num(d.W), num(d.H))
	fmt.Fprintf(&b, "<title>%s</title>\n<desc>%s</desc>\n", esc(d.Title), esc(d.Desc))
	b.WriteString("<defs>")
	used := map[Ink]bool{}
	for _, s := range d.Shapes {
		if (s.Kind == FadeUp || s.Kind == FadeDown) && !used[s.Ink] {
			used[s.Ink] = true
			c := hex(p[s.Ink])
			fmt.Fprintf(&b, `<linearGradient id="up-%s" x1="0" y1="1" x2="0" y2="0"><stop offset="0" stop-color="%s" stop-opacity="%s"/><stop offset="1" stop-color="%s" stop-opacity="0"/></linearGradient>`, s.Ink, c, num(fade), c)
			fmt.Fprintf(&b, `<linearGradient id="down-%s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="%s" stop-opacity="%s"/><stop offset="1" stop-color="%s" stop-opacity="0"/></linearGradient>`, s.Ink, c, num(fade), c)
		}
	}
	b.WriteString("</defs>\n")
	for _, s := range d.Shapes {
		writeShape(&b, s, p)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// fade is the strength of a fading bar where it begins.
const fade = 0.55

func writeShape(b *strings.Builder, s Shape, p Palette) {
	paint := fmt.Sprintf(` fill="%s"`, hex(p[s.Ink]))
	if s.Hollow {
		paint = fmt.Sprintf(` fill="%s" stroke="%s" stroke-width="1.5"`, hex(p[Panel]), hex(p[s.Ink]))
	}
	if s.Pale {
		paint += fmt.Sprintf(` opacity="%s"`, num(paleShare))
	}
	switch s.Kind {
	case Rect:
		fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s"%s/>`, num(s.X), num(s.Y), num(s.W), num(s.H), paint)
	case FadeUp, FadeDown:
		way := "up"
		if s.Kind == FadeDown {
			way = "down"
		}
		pale := ""
		if s.Pale {
			pale = fmt.Sprintf(` opacity="%s"`, num(paleShare))
		}
		fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s" fill="url(#%s-%s)"%s/>`, num(s.X), num(s.Y), num(s.W), num(max(0, s.H)), way, s.Ink, pale)
	case Line:
		pale := ""
		if s.Pale {
			pale = fmt.Sprintf(` opacity="%s"`, num(paleShare))
		}
		fmt.Fprintf(b, `<line x1="%s" y1="%s" x2="%s" y2="%s" stroke="%s" stroke-width="%s"%s/>`, num(s.X), num(s.Y), num(s.X+s.W), num(s.Y+s.H), hex(p[s.Ink]), num(s.Size), pale)
	case Label:
		weight := ""
		if s.Bold {
			weight = ` font-weight="600"`
		}
		fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s" text-anchor="%s"%s%s>%s</text>`, num(s.X), num(s.Y), num(s.Size), [...]string{"start", "middle", "end"}[s.Align], weight, paint, esc(s.S))
	case Circle:
		fmt.Fprintf(b, `<circle cx="%s" cy="%s" r="%s"%s/>`, num(s.X), num(s.Y), num(s.Size), paint)
	default:
		var pts []string
		for _, c := range corners(s) {
			pts = append(pts, num(c[0])+","+num(c[1]))
		}
		fmt.Fprintf(b, `<polygon points="%s"%s/>`, strings.Join(pts, " "), paint)
	}
	b.WriteByte('\n')
}

// corners are the corners of a square, a diamond or a triangle, of about the area of
// the circle of the same size.
func corners(s Shape) [][2]float64 {
	r := s.Size
	switch s.Kind {
	case Diamond:
		r *= 1.25
		return [][2]float64{{s.X, s.Y - r}, {s.X + r, s.Y}, {s.X, s.Y + r}, {s.X - r, s.Y}}
	case Triangle:
		r *= 1.2
		return [][2]float64{{s.X, s.Y - r}, {s.X + r, s.Y + 0.85*r}, {s.X - r, s.Y + 0.85*r}}
	}
	r *= 0.9
	return [][2]float64{{s.X - r, s.Y - r}, {s.X + r, s.Y - r}, {s.X + r, s.Y + r}, {s.X - r, s.Y + r}}
}

// Corners are the corners of a marker that is no circle, for those who draw it.
func Corners(s Shape) [][2]float64 { return corners(s) }

func num(f float64) string {
	s := strconv.FormatFloat(f, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// esc escapes text and drops what XML cannot hold.
func esc(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}
