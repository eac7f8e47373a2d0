package report

import (
	"strings"

	"gloss/app/lang"
	"gloss/app/paste"
	"gloss/app/text"
)

// wordsPerMinute is how fast adults read English silently (Brysbaert 2019, a review of 190 studies).
const wordsPerMinute = 238

// language opens the engine of the text's language, as the input tells it or as it is detected.
func (c *building) language() error {
	code, name := c.in.Language, ""
	if code == "" {
		code, name = c.b.detector.Detect(c.in.Text)
	}
	e, err := c.engineFor(code)
	if err != nil {
		return err
	}
	if name == "" {
		name = c.b.detector.Name(code)
	}
	c.engine = e
	c.readings = []*reading{{engine: e, lang: e.lang, name: name}}
	c.r.Language, c.r.Model = e.lang.Code, e.recognizer.ModelName()
	c.r.own = LanguageSummary{e.lang.Code, name}
	c.at.Language = e.lang.Code
	if !e.lang.Supported() && c.in.Language != plainCode { // which is the reader's own wish
		c.r.Notices = append(c.r.Notices, c.plainly(code, name))
	}
	return nil
}

// plainly tells why the text is read without the tables of its language.
func (c *building) plainly(code, name string) Notice {
	if c.b.detector.Reads(lang.Base(code)) {
		return Notice{Kind: NoticeTables, Text: "The tables of " + name + " are not here: words are counted, but no names, phrases or quotes are looked for."}
	}
	return Notice{Kind: NoticeLanguage, Text: unsupported(c.in.Language, name)}
}

// NoticeRough is the kind of the notice that names in the text's language are found by rules that nobody has weighed.
const NoticeRough = "names-rough"

// tellRough says once in which of the text's languages names are found so.
func (c *building) tellRough() {
	var names []string
	for _, r := range c.readings {
		if r.engine.recognizer.Rough() {
			names = append(names, r.name)
		}
	}
	if n := len(names) - 1; n >= 0 {
		where := names[n]
		if n > 0 {
			where = strings.Join(names[:n], ", ") + " and " + where
		}
		c.r.Notices = append(c.r.Notices, Notice{Kind: NoticeRough, Text: "In " + where + ", names are found by rules: they are rougher than in English."})
	}
}

// NoticeTables is the kind of the notice that a language which has tables is read without them.
const NoticeTables = "language-missing"

// NoticeLanguage is the kind of the notice that the text's language has no tables.
const NoticeLanguage = "language-unsupported"

// unsupported tells of a language without tables: its code as it was asked for, or its
// English name as it was detected; either may be "".
func unsupported(code, name string) string {
	const rest = " is not supported yet: words are counted, but no names, phrases or quotes are looked for."
	switch {
	case code != "":
		return "The language “" + clean(code) + "”" + rest
	case name != "":
		return "This looks like " + name + ", which" + rest
	}
	return "The language of this text" + rest
}

func (c *building) split() error {
	c.parts = c.engine.splitter.Split(c.in.Text, paste.Tail(c.in.Tail))
	return nil
}

// parse finds the tokens of the article, lays the whole input out in blocks, and counts.
func (c *building) parse() error {
	p := &c.parts
	var blocks []text.Span
	for _, s := range []text.Span{p.Title, p.Byline, p.Body} {
		if !s.Empty() {
			blocks = append(blocks, s)
		}
	}
	if err := c.parseMixed(blocks); err != nil {
		return err
	}
	if len(c.lacking) > 0 {
		return &ErrTables{Languages: c.lacking}
	}
	c.r.Article = Article{Title: c.part(p.Title), Byline: c.part(p.Byline)}
	if len(blocks) > 0 {
		c.r.Article.Start, c.r.Article.End = blocks[0].Start, blocks[len(blocks)-1].End
	}
	c.r.Languages = c.runs()
	c.tellRough()
	c.r.Stats = statsOf(c.doc)
	c.r.sentences = lengthsOf(c.doc)
	c.at.Total = len(c.doc.Paragraphs)
	heads := make([]text.Span, len(p.Headlines))
	for i, h := range p.Headlines {
		heads[i] = h.Span
	}
	c.at.Languages = c.r.Languages
	c.at.Blocks = blocksOf(c.in.Text, p.Title, p.Byline, c.doc.Paragraphs, heads)
	return nil
}

// part is the piece of the input at s, nil when there is none.
func (c *building) part(s text.Span) *Part {
	if s.Empty() {
		return nil
	}
	return &Part{Start: s.Start, End: s.End, Text: s.Of(c.in.Text)}
}

// statsOf counts: words are tokens of letters or digits, a hyphenated compound is one.
func statsOf(d *text.Document) Stats {
	s := Stats{Sentences: len(d.Sentences), Paragraphs: len(d.Paragraphs)}
	for _, t := range d.Tokens {
		if t.Kind == text.Word || t.Kind == text.Number {
			s.Words++
		}
	}
	s.ReadingSeconds = (s.Words*60 + wordsPerMinute/2) / wordsPerMinute
	return s
}
