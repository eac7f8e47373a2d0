package report

import (
	"slices"

	"gloss/app/entity"
	"gloss/app/text"
)

// How much of a report a Summary holds at most; the Total fields tell how much there is.
const (
	summaryEntities  = 200
	summaryKeywords  = 100
	summaryPhrases   = 60
	summaryHeadlines = 200
	summaryTicks     = 40
	summaryUnsure    = 60
	summaryPairs     = 30
	summaryQuotes    = 60
	summarySpeakers  = 150
)

// Types are the entity types in the order of their codes in Summary.Marks: 0 is PER.
var Types = []entity.Type{
	entity.Person, entity.Location, entity.Org, entity.Group, entity.Event, entity.Misc,
	entity.Date, entity.Time, entity.Money, entity.Percent, entity.Quantity,
}

// Summary is what the page needs of a report: small enough to be parsed by Go on the main
// thread. All offsets are in UTF-16 units; those named ticks are places in the article,
// 0 its start and 1000 its end. Lists are cut, in the report's own order, so that an index into
// the report's entities, keywords or phrases is the same index here while it is below the list's length.
type Summary struct {
	Title     string            `json:"title"`     // the article's title, white space collapsed; "" when there is none
	Start     int               `json:"start"`     // of the article
	End       int               `json:"end"`       // of the article
	Model     string            `json:"model"`     // as in the report
	Language  string            `json:"language"`  // BCP 47, "und" when not supported
	Languages []LanguageSummary `json:"languages"` // the text's own, then the others by their first place
	Stats     Stats             `json:"stats"`
	Lengths   []int             `json:"lengths"` // words in each sentence; in a long text, in the longest of each run of sentences
	Longest   string            `json:"longest"` // how the longest sentence begins
	Types     []TypeCount       `json:"types"`   // one for each of Types, in that order, zero counts included
	Entities  []EntitySummary   `json:"entities"`
	Unsure    []EntitySummary   `json:"unsure"` // entities of index Totals.Entities on
	Keywords  []KeywordSummary  `json:"keywords"`
	Phrases   []PhraseSummary   `json:"phrases"`
	NGrams    []NGramSummary    `json:"ngrams"`
	Pairs     []PairSummary     `json:"pairs"`    // cooccurrences
	Speakers  []SpeakerSummary  `json:"speakers"` // those who say most in quotation marks first, unknown ones last
	Quotes    []QuoteSummary    `json:"quotes"`   // in text order
	Headlines []HeadlineSummary `json:"headlines"`
	Totals    Totals            `json:"totals"`
	Tail      TailSummary       `json:"tail"`
	Notices   []Notice          `json:"notices"` // start in UTF-16 units

	// The flat arrays go to the page beside the JSON, as one Int32Array each.

	// Marks has five numbers for each mention of an entity, in text order: start, end, the type's index in Types,
	// the entity's index, and 1 for the entity's first mention, else 0.
	Marks []int32 `json:"-"`
	// Grounds has two numbers for each mention in Marks, in the same order: its confidence, 0 to 10,000, and the index of
	// why it was marked in Reasons.
	Grounds []int32 `json:"-"`
	// Reasons are the different grounds that mentions have; where one has several, a tab stands between them. No line breaks.
	Reasons []string `json:"-"`
	// Words has three numbers for each counted word, in text order: start, end, the keyword's index.
	Words []int32 `json:"-"`
	// Runs has three numbers for each place of a phrase, in text order: start, end, the phrase's index.
	Runs []int32 `json:"-"`
	// Grams has three numbers for each place of a run of words, in text order: start, end, its index in NGrams.
	Grams []int32 `json:"-"`
	// Shared has three numbers for each sentence that a pair shares, in text order: start, end, the pair's index in Pairs.
	Shared []int32 `json:"-"`
	// Said has five numbers for each part of a quotation, in text order: start, end, the quotation's index in the report, its speaker's index in Speakers or -1, and
	// the sum of 1 where it is indirect, 2 where it is nested and 4 where it is continued.
	Said []int32 `json:"-"`
	// Notes has a line for each of the report's quotations, for beside the text: its speaker ("" when unknown), its cue and the type of the
	// speaker's entity ("" for none), a tab between them; "" where there is nothing to note, as beside indirect and nested speech. No line breaks.
	Notes []string `json:"-"`
	// Blocks has three numbers for each block, in text order: its Role, start, end.
	Blocks []int32 `json:"-"`
}

// Totals is how many there are in the report, cut or not. Unsure entities are not counted: those whose index is Entities or more are unsure.
type Totals struct {
	Entities  int `json:"entities"`
	Unsure    int `json:"unsure"` // that many are
	Mentions  int `json:"mentions"`
	Keywords  int `json:"keywords"`
	Phrases   int `json:"phrases"`
	Quotes    int `json:"quotes"`
	Speakers  int `json:"speakers"` // known and unknown
	Quoted    int `json:"quoted"`   // words that stand in quotations with marks, each counted once
	Headlines int `json:"headlines"`
	Related   int `json:"related"` // headlines whose level is "related"
}

// LanguageSummary is a language of the text, each once.
type LanguageSummary struct {
	Language string `json:"language"` // BCP 47, "und" when not supported
	Name     string `json:"name"`     // in English; "" when it is not known
}

// TypeCount is how often entities of one type are named, unsure ones left out.
type TypeCount struct {
	Type     string `json:"type"`
	Entities int    `json:"entities"`
	Mentions int    `json:"mentions"`
}

// EntitySummary is an entity without its mentions.
type EntitySummary struct {
	Name       string     `json:"name"`
	Type       string     `json:"type"`
	Aliases    []string   `json:"aliases"`
	Count      int        `json:"count"`
	Salience   float64    `json:"salience"`
	Confidence float64    `json:"confidence"`
	Links      []Link     `json:"links"`   // to the others of the same country
	Related    []Relation `json:"related"` // to countries that the text doesn't name
	Value      string     `json:"value"`
	Ticks      []int      `json:"ticks"` // where its mentions stand, at most 40, evenly taken from all
}

// KeywordSummary is a keyword without its spans.
type KeywordSummary struct {
	Form   string  `json:"form"`
	Count  int     `json:"count"`
	Score  float64 `json:"score"`
	Entity int     `json:"entity"` // index into the report's entities, -1 when it is none
	Forms  []Form  `json:"forms"`
	Ticks  []int   `json:"ticks"`
}

// PhraseSummary is a phrase without its spans.
type PhraseSummary struct {
	Text   string `json:"text"`
	Count  int    `json:"count"`
	Entity int    `json:"entity"` // index into the report's entities, -1 when it is none
	Ticks  []int  `json:"ticks"`
}

// NGramSummary is a run of words without its spans.
type NGramSummary struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
	Ticks []int  `json:"ticks"`
}

// PairSummary is a cooccurrence without its sentences.
type PairSummary struct {
	A     Member `json:"a"`
	B     Member `json:"b"`
	Count int    `json:"count"`
	Ticks []int  `json:"ticks"` // where the sentences begin
}

// HeadlineSummary is a headline with the first place of each reason.
type HeadlineSummary struct {
	Title     string          `json:"title"`
	URL       string          `json:"url"`
	Source    string          `json:"source"`
	Section   string          `json:"section"`
	Published string          `json:"published"`
	Level     string          `json:"level"`
	Score     float64         `json:"score"`
	Mentions  []TitleMention  `json:"mentions"` // UTF-16 offsets into the title
	Reasons   []ReasonSummary `json:"reasons"`
}

// ReasonSummary is a reason with its first place in the text.
type ReasonSummary struct {
	Kind   string  `json:"kind"`
	Text   string  `json:"text"`
	Weight float64 `json:"weight"`
	Type   string  `json:"type"`   // the entity's type, "" when the reason is not an entity
	Entity int     `json:"entity"` // index into the report's entities, -1 when the reason is not one
	Start  int     `json:"start"`  // -1 when it stands nowhere in the text
	End    int     `json:"end"`    // -1 when it stands nowhere in the text
}

// TailSummary says how the end of the input was read, for the switch "these N lines are headlines / they are text".
type TailSummary struct {
	Lines     int `json:"lines"`     // lines after the article that are not blank
	Headlines int `json:"headlines"` // headlines found in them
}

// Summarize makes the summary of r, a report of input whose offsets are still in bytes or already
// in UTF-16 units; blocks, always in bytes, are those that Build handed to its watcher.
func Summarize(r *Report, input string, blocks []Block) Summary {
	utf16 := text.NewUTF16Index(input).At
	conv := utf16
	if r.Offsets == OffsetsUTF16 {
		conv = func(at int) int { return at }
	}
	z := summarizer{r: r, conv: conv, start: conv(r.Article.Start), end: conv(r.Article.End), voices: voicesOf(r)}
	s := Summary{
		Start: z.start, End: z.end, Model: r.Model, Language: r.Language, Languages: z.languages(), Stats: r.Stats, Lengths: r.sentences.words, Longest: r.sentences.longest,
		Types: z.types(), Entities: z.entities(), Unsure: z.unsure(), Keywords: z.keywords(), Phrases: z.phrases(), NGrams: z.ngrams(), Pairs: z.pairs(),
		Speakers: z.speakers(), Quotes: z.quotes(), Headlines: z.headlines(), Totals: z.totals(), Tail: tailOf(r, blocks), Notices: slices.Clone(r.Notices),
		Words: z.words(), Runs: z.runs(), Grams: z.grams(), Shared: z.sharedSentences(), Said: z.said(), Blocks: FlatBlocks(blocks, utf16),
	}
	s.Marks, s.Grounds, s.Reasons = z.marks()
	s.Notes = z.notes()
	numberParagraphs(s.Quotes, s.Blocks)
	if t := r.Article.Title; t != nil {
		s.Title = collapse(t.Text)
	}
	for i := range s.Notices {
		s.Notices[i].Start = conv(s.Notices[i].Start)
	}
	return s
}

// FlatBlocks is the blocks as Summary.Blocks has them; utf16 turns a byte offset into UTF-16 units.
func FlatBlocks(blocks []Block, utf16 func(int) int) []int32 {
	flat := make([]int32, 0, 3*len(blocks))
	for _, b := range blocks {
		flat = append(flat, int32(b.Role), int32(utf16(b.Start)), int32(utf16(b.End)))
	}
	return flat
}

// FlatMentions is provisional mentions as Summary.Marks has them: the entity's index is -1, and none is a first one.
func FlatMentions(ms []entity.Mention, utf16 func(int) int) []int32 {
	flat := make([]int32, 0, 5*len(ms))
	for _, m := range ms {
		flat = append(flat, int32(utf16(m.Start)), int32(utf16(m.End)), int32(typeCode(string(m.Type))), -1, 0)
	}
	return flat
}

func typeCode(t string) int { return slices.Index(Types, entity.Type(t)) }
