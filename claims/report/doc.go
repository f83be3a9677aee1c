// Package report writes verification reports. A Dossier is everything a report
// says, gathered beforehand from one state of the desk; a Format writes it and looks nothing
// up, so the same dossier gives the same bytes.
//
// The sections are those of a verification report in the field: header, bottom
// line, scope and method, annotated copy, claim sheets, casualty figures, quotes,
// version history, sources, what is open, sign-off with a manifest of hashes. A
// section without content is left out. Right of reply and corrections made are
// not recorded by a desk yet and have no section.
//
// Formats: html (one self-contained file, semantic, prints well), md, json, csv
// (one row a claim). html, md and json carry a Manifest, which ReadManifest finds
// again; a csv file is recognised by its hash alone.
package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Format writes a dossier in one file format.
type Format interface {
	Name() string      // "html"
	Extension() string // ".html"
	Write(io.Writer, Dossier) error
}

// Formats lists all formats, the one to offer first first.
func Formats() []Format { return []Format{htmlFormat{}, markdownFormat{}, jsonFormat{}, csvFormat{}} }

// ByName finds a format.
func ByName(name string) (Format, error) {
	var names []string
	for _, f := range Formats() {
		if f.Name() == name {
			return f, nil
		}
		names = append(names, f.Name())
	}
	return nil, fmt.Errorf("there is no report format %q; choose one of %s", name, strings.Join(names, ", "))
}

// Render writes a dossier into memory.
func Render(f Format, d Dossier) ([]byte, error) {
	var b bytes.Buffer
	err := f.Write(&b, d)
	return b.Bytes(), err
}
