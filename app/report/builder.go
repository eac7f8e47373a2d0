package report

import (
	"errors"
	"fmt"
	"io/fs"

	"gloss/app/entity"
	"gloss/app/keyword"
	"gloss/app/lang"
	"gloss/app/paste"
	"gloss/app/text"
)

// ErrCancelled is what Build gives back when its watcher says stop. What was found until
// then is what the watcher was handed.
var ErrCancelled = errors.New("cancelled")

// Stage is a step of Build. Stages run in the order in which they stand here.
type Stage string

const (
	StageLanguage  Stage = "language"
	StageSplit     Stage = "split"
	StageParse     Stage = "parse"
	StageEntities  Stage = "entities"
	StageResolve   Stage = "resolve"
	StageKeywords  Stage = "keywords"
	StagePhrases   Stage = "phrases"
	StageQuotes    Stage = "quotes"
	StageHeadlines Stage = "headlines"
)

// Progress is what a watcher is told: before each stage, and within StageEntities after each batch of paragraphs.
type Progress struct {
	Stage       Stage
	Language    string // as in the report, "" until it is known
	Done, Total int    // paragraphs in which names have been looked for; Total is 0 until the text is parsed
	// Blocks are the layout of the whole input, handed over once, as soon as the text is parsed.
	Blocks []Block
	// Languages are the report's, handed over with Blocks.
	Languages []Language
	// Mentions are those found in the batch just done, provisional until the whole text is known. Offsets are in bytes.
	Mentions []entity.Mention
}

// Builder makes reports. It keeps the languages that it has read, and the headlines and the reader's lexicon
// that it was given. One goroutine may use it at a time.
type Builder struct {
	models   fs.FS
	detector *lang.Detector
	engines  map[string]*engine
	awaited  map[string]bool // languages whose tables can be had
	kept     []Headline
	lexicon  entity.Own               // nil when there is none
	stops    *keyword.StopWords       // nil when there are none
	learnt   map[string]*entity.Model // by language
}

// Open makes a Builder out of models: detect.txt, which tells languages apart, one folder of tables a language and, where there is one, a learnt
// model of names (en.names), read when a text first needs them. Folders may come later, by AddTables. The error tells what of detect.txt is missing or wrong.
func Open(models fs.FS) (*Builder, error) {
	d, err := lang.OpenDetector(models)
	if err != nil {
		return nil, err
	}
	return &Builder{models: models, detector: d, engines: map[string]*engine{}, learnt: map[string]*entity.Model{}}, nil
}

// SetHeadlines keeps headlines, in place of those kept before, that every later report is to
// list beside its own.
func (b *Builder) SetHeadlines(list []Headline) {
	b.kept = list
	for _, e := range b.engines {
		e.kept, e.keptReady = nil, nil
	}
}

// SetLexicon has the names of the reader's own, in place of those given before, go before all that is found in every later text
// and headline; "" is none. Lines are as entity.ParseLexicon reads them, with the words of types.txt for the types. It gives the number of lines
// that are used, and what is wrong with the others.
func (b *Builder) SetLexicon(lines string) (used int, problems []string) {
	table, _ := fs.ReadFile(b.models, "types.txt") // without it there are the codes
	x, bad := entity.ParseLexicon(lines, entity.ParseTypeWords(string(table)))
	for _, p := range bad {
		problems = append(problems, p.String())
	}
	b.lexicon = nil
	if x.Len() > 0 {
		b.lexicon = x
	}
	for _, e := range b.engines {
		e.recognizer.SetReader(b.lexicon)
		e.kept, e.keptReady = nil, nil // names stand in them
	}
	return x.Len(), problems
}

// SetStopWords has the stop words of the reader's own, in place of those given before, hold for every later text; "" is none. Lines are as
// keyword.ParseStopWords reads them: +word, -word, and [fr] before those of one language. It gives the number of lines that are used, and what is wrong
// with the others. Headlines are linked as before.
func (b *Builder) SetStopWords(lines string) (used int, problems []string) {
	w, bad := keyword.ParseStopWords(lines)
	for _, p := range bad {
		problems = append(problems, p.String())
	}
	b.stops = w
	return w.Len(), problems
}

// SetModel has names of the language found by a learnt model from now on, in place of the rules or another model. The error is that of entity.OpenModel; what
// found the names before goes on doing so.
func (b *Builder) SetModel(language string, data []byte) error {
	m, err := entity.OpenModel(data)
	if err != nil {
		return fmt.Errorf("%s.names: %w", language, err)
	}
	b.learnt[language] = m
	if e := b.engines[language]; e != nil {
		e.recognizer.SetModel(m)
		e.kept, e.keptReady = nil, nil // names stand in them
	}
	return nil
}

// Build runs the stages over one input. Watch, which may be nil, is told how far it is; when
// it returns false, Build stops and returns ErrCancelled. Other errors: ErrTooLarge, ErrEncoding (both
// wrapped), an *ErrTables, and what lang.Open says of a language's tables.
func (b *Builder) Build(in Input, watch func(Progress) bool) (*Report, error) {
	if err := check(in.Text); err != nil {
		return nil, err
	}
	if watch == nil {
		watch = func(Progress) bool { return true }
	}
	c := &building{b: b, in: in, watch: watch, r: empty(in.ID), names: nameIndex{count: map[int]int{}}}
	for _, step := range []struct {
		stage Stage
		run   func() error
	}{
		{StageLanguage, c.language},
		{StageSplit, c.split},
		{StageParse, c.parse},
		{StageEntities, c.recognize},
		{StageResolve, c.resolve},
		{StageKeywords, c.keywords},
		{StagePhrases, c.phrases},
		{StageQuotes, c.quotes},
		{StageHeadlines, c.headlines},
	} {
		c.at.Stage = step.stage
		if err := c.tell(); err != nil {
			return nil, err
		}
		if err := step.run(); err != nil {
			return nil, err
		}
	}
	c.addUnsure()
	return c.r, nil
}

// empty is a report in which every list is present.
func empty(id string) *Report {
	return &Report{
		Version: Version, ID: clean(id), Offsets: OffsetsBytes, Model: entity.Rules,
		Languages: []Language{}, Entities: []Entity{}, Keywords: []Keyword{}, Phrases: []Phrase{},
		Quotes: []Quote{}, Headlines: []Headline{}, Notices: []Notice{},
		NGrams: []NGram{}, Cooccurrences: []Cooccurrence{},
	}
}

// building is one run of Build.
type building struct {
	b     *Builder
	in    Input
	watch func(Progress) bool
	at    Progress // how far it is
	r     *Report

	engine   *engine    // of the text's own language
	lacking  []string   // languages of the text whose tables are awaited
	readings []*reading // by the languages of the document; the first is the text's own
	parts    paste.Split
	doc      *text.Document
	mentions []entity.Mention
	names    nameIndex
	known    *entity.Known // the article's names, for reading its headlines
}

// tell hands the progress to the watcher; what is handed over once is cleared.
func (c *building) tell() error {
	going := c.watch(c.at)
	c.at.Blocks, c.at.Languages, c.at.Mentions = nil, nil, nil
	if !going {
		return ErrCancelled
	}
	return nil
}
