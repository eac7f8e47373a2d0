package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gloss/app/entity"
)

// byteOrderMark opens a CSV file: without it Excel reads the file in the system's old code
// page and breaks every name with an accent; other readers of CSV leave it out.
const byteOrderMark = "\uFEFF"

// CSVLists are the lists that CSV knows.
var CSVLists = []string{"entities", "keywords", "phrases", "quotes", "headlines", "numbers", "ngrams", "cooccurrences"}

// CSV is one list of the report as comma-separated values (RFC 4180, UTF-8 with a byte order
// mark): a line of column titles, then one line for each thing. "entities" are the names, "numbers" the dates and
// amounts. Cells that a spreadsheet would take for a formula get an apostrophe in front.
// The error names the lists when list is none of them.
func (r *Report) CSV(list string) ([]byte, error) {
	var rows [][]string
	switch list {
	case "entities":
		rows = r.entityRows(true)
	case "numbers":
		rows = r.entityRows(false)
	case "keywords":
		rows = r.keywordRows()
	case "phrases":
		rows = r.phraseRows()
	case "ngrams":
		rows = r.ngramRows()
	case "cooccurrences":
		rows = r.cooccurrenceRows()
	case "quotes":
		rows = r.quoteRows()
	case "headlines":
		rows = r.headlineRows()
	default:
		return nil, fmt.Errorf("no list %q: want one of %s", list, strings.Join(CSVLists, ", "))
	}
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, row := range rows {
		for i, cell := range row {
			row[i] = neutral(cell)
		}
		if err := w.Write(row); err != nil {
			return nil, fmt.Errorf("csv of %s: %w", list, err)
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// formulaStarts are the characters at which a spreadsheet takes a cell for a formula
// (OWASP, "CSV Injection"), the full-width ones too.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// neutral is the cell with an apostrophe in front where a spreadsheet would evaluate it. Our own numbers are never negative.
func neutral(cell string) string {
	if r, _ := utf8.DecodeRuneInString(cell); cell != "" && strings.ContainsRune(formulaStarts, r) {
		return "'" + cell
	}
	return cell
}

func (r *Report) entityRows(names bool) [][]string {
	rows := [][]string{{"name", "type", "aliases", "count", "salience", "confidence", "value"}}
	for _, e := range r.Entities {
		if entity.Type(e.Type).Name() == names {
			rows = append(rows, []string{e.Name, e.Type, strings.Join(e.Aliases, "; "), strconv.Itoa(e.Count), decimal(e.Salience), decimal(e.Confidence), e.Value})
		}
	}
	return rows
}

func (r *Report) keywordRows() [][]string {
	rows := [][]string{{"keyword", "count", "score", "forms", "evenness"}}
	for _, k := range r.Keywords {
		forms := make([]string, len(k.Forms))
		for i, f := range k.Forms {
			forms[i] = f.Form + " " + strconv.Itoa(f.Count)
		}
		rows = append(rows, []string{k.Form, strconv.Itoa(k.Count), decimal(k.Score), strings.Join(forms, "; "), decimal(Evenness(Dispersion(k.Spans, r.Article.Start, r.Article.End)))})
	}
	return rows
}

func (r *Report) phraseRows() [][]string {
	rows := [][]string{{"phrase", "count", "score"}}
	for _, p := range r.Phrases {
		rows = append(rows, []string{p.Text, strconv.Itoa(p.Count), decimal(p.Score)})
	}
	return rows
}

func (r *Report) ngramRows() [][]string {
	rows := [][]string{{"ngram", "count"}}
	for _, n := range r.NGrams {
		rows = append(rows, []string{n.Text, strconv.Itoa(n.Count)})
	}
	return rows
}

func (r *Report) cooccurrenceRows() [][]string {
	rows := [][]string{{"a", "kind of a", "b", "kind of b", "sentences", "score"}}
	for _, c := range r.Cooccurrences {
		rows = append(rows, []string{r.nameOf(c.A), c.A.Kind, r.nameOf(c.B), c.B.Kind, strconv.Itoa(c.Count), decimal(c.Score)})
	}
	return rows
}

// nameOf is what a member of a pair is called.
func (r *Report) nameOf(m Member) string {
	if m.Kind == KindEntity {
		return r.Entities[m.Index].Name
	}
	return r.Keywords[m.Index].Form
}

func (r *Report) quoteRows() [][]string {
	rows := [][]string{{"quote", "speaker", "cue", "indirect", "words"}}
	for _, q := range r.Quotes {
		rows = append(rows, []string{collapse(q.Text), q.Speaker, q.Cue, strconv.FormatBool(q.Indirect), strconv.Itoa(q.Words)})
	}
	return rows
}

func (r *Report) headlineRows() [][]string {
	rows := [][]string{{"title", "level", "score", "reasons", "source", "section", "published", "url"}}
	for _, h := range r.Headlines {
		reasons := make([]string, len(h.Reasons))
		for i, reason := range h.Reasons {
			reasons[i] = reason.Text
		}
		rows = append(rows, []string{h.Title, h.Level, decimal(h.Score), strings.Join(reasons, "; "), h.Source, h.Section, h.Published, h.URL})
	}
	return rows
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
