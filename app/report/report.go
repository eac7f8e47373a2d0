// Package report runs the stages in order over one input and gives back the report: the
// JSON that the command prints, the page exports and an embed hands to its host.
package report

// Version is the version of the report's form. Fields are added, never renamed.
const Version = 1

// Input is one text to analyse, as DESIGN.md's contract has it.
type Input struct {
	ID        string     `json:"id"`
	Text      string     `json:"text"`
	Tail      Tail       `json:"tail"`
	Headlines []Headline `json:"headlines"`
	Language  string     `json:"language"`
	Unsure    bool       `json:"unsure"` // also lists what is more likely no name than one, but nearly
}

// Report is what was found in one text. Offsets are [start, end) in bytes of the UTF-8
// input, or in UTF-16 units when Offsets says "utf16". Every list is present, never null.
type Report struct {
	Version       int            `json:"version"`
	ID            string         `json:"id"`
	Offsets       string         `json:"offsets"`  // "bytes" or "utf16"
	Model         string         `json:"model"`    // what recognised the entities: "rules" or a model's name
	Language      string         `json:"language"` // BCP 47, "und" when not supported
	Languages     []Language     `json:"languages"`
	Article       Article        `json:"article"`
	Stats         Stats          `json:"stats"`
	Entities      []Entity       `json:"entities"`
	Keywords      []Keyword      `json:"keywords"`
	Phrases       []Phrase       `json:"phrases"`
	NGrams        []NGram        `json:"ngrams"`
	Cooccurrences []Cooccurrence `json:"cooccurrences"`
	Quotes        []Quote        `json:"quotes"`
	Headlines     []Headline     `json:"headlines"`
	Notices       []Notice       `json:"notices"`

	own       LanguageSummary // these two for the summary
	sentences sentenceLengths
}

// Language says in which language a run of paragraphs is. The runs together are the article; there is always one, and more where paragraphs are in
// another language than the text, whose words are then read by their own.
type Language struct {
	Language string `json:"language"` // BCP 47, "und" when not supported
	Name     string `json:"name"`     // in English; "" when it is not known
	Start    int    `json:"start"`
	End      int    `json:"end"`
}

// Article says where the parts of the article stand.
type Article struct {
	Title  *Part `json:"title"`  // null when there is none
	Byline *Part `json:"byline"` // null when there is none
	Start  int   `json:"start"`
	End    int   `json:"end"`
}

// Part is a piece of the input with its exact text.
type Part struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Stats are counts over title, byline and body.
type Stats struct {
	Words          int `json:"words"`
	Sentences      int `json:"sentences"`
	Paragraphs     int `json:"paragraphs"`
	ReadingSeconds int `json:"readingSeconds"` // at 238 words a minute
}

// Entity is one thing that is named, ordered by salience. What is unsure, where the input asks for it, stands behind all others: its
// confidence is below one half, its salience 0, and nothing else in the report takes notice of it.
type Entity struct {
	Name       string     `json:"name"`
	Type       string     `json:"type"`
	Aliases    []string   `json:"aliases"`
	Count      int        `json:"count"`
	Salience   float64    `json:"salience"`
	Confidence float64    `json:"confidence"`
	Related    []Relation `json:"related"`
	Value      string     `json:"value"`
	Mentions   []Mention  `json:"mentions"`
}

// Relation links an entity to another name: "demonym" or "capital".
type Relation struct {
	Name     string `json:"name"`
	Relation string `json:"relation"`
}

// Mention is one place in the text where an entity is named.
type Mention struct {
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Text       string   `json:"text"`
	Confidence float64  `json:"confidence"`
	Why        []string `json:"why"`
}

// Pair is a span in JSON: [start, end).
type Pair [2]int

// Keyword is a group of words with one stem.
type Keyword struct {
	Stem   string  `json:"stem"`
	Form   string  `json:"form"`
	Count  int     `json:"count"`
	Score  float64 `json:"score"`
	Entity int     `json:"entity"` // index into entities, -1 when it is none
	Forms  []Form  `json:"forms"`
	Spans  []Pair  `json:"spans"`
}

// Form is one surface form of a keyword.
type Form struct {
	Form  string `json:"form"`
	Count int    `json:"count"`
}

// Phrase is a run of two to four words that belongs together.
type Phrase struct {
	Text   string  `json:"text"`
	Count  int     `json:"count"`
	Score  float64 `json:"score"`
	Entity int     `json:"entity"` // index into entities, -1 when it is none
	Spans  []Pair  `json:"spans"`
}

// NGram is a run of two to four words that stands in the article more than once, just as it is written but for capitals, with no stop word at either
// end: ordered by count, 50 at most. One that stands only inside a longer one is left out.
type NGram struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
	Spans []Pair `json:"spans"`
}

// Cooccurrence is a pair of names and keywords that share two sentences or more, ordered by score, 100 at most. They are the names among the first 100
// entities, and the first 50 keywords that belong to no name; one that stands within the other somewhere makes no pair with it.
type Cooccurrence struct {
	A         Member  `json:"a"`
	B         Member  `json:"b"`
	Count     int     `json:"count"`     // sentences that hold both
	Score     float64 `json:"score"`     // Dunning's log-likelihood ratio, 0 and more; 0 when they share no more than chance would have it
	Sentences []Pair  `json:"sentences"` // the first 1,000 that hold both
}

// Member is one of a pair.
type Member struct {
	Kind  string `json:"kind"`  // "entity" or "keyword"
	Index int    `json:"index"` // into entities or keywords
}

// Quote is one quotation, or, where Indirect is set, speech that the text tells without marks. They are in order; only nested ones overlap others.
type Quote struct {
	Start       int    `json:"start"` // of the opening mark; a dash that opens speech is left out
	End         int    `json:"end"`   // of the closing mark
	Text        string `json:"text"`
	Speaker     string `json:"speaker"` // the fullest name, or the noun phrase as written; "" when unknown
	Entity      int    `json:"entity"`  // index into entities, -1 when the speaker is none
	Cue         string `json:"cue"`     // "said"; "" when there is none
	Indirect    bool   `json:"indirect"`
	SpeakerSpan Pair   `json:"speakerSpan"` // where the speaker is written beside it, if only as a pronoun; [0,0] when nowhere
	Words       int    `json:"words"`       // in it, counted as stats.words
	Nested      bool   `json:"nested"`      // it stands within another quotation, whose words have its own among them
	Continued   bool   `json:"continued"`   // it goes on with the quotation before: "…," said Smith. "…"
	Spans       []Pair `json:"spans"`       // [start,end], or one for each paragraph that it runs over
}

// Headline is one headline given, ordered by score. As input only title, url, source,
// section and published count; a plain JSON string is a title.
type Headline struct {
	Title     string         `json:"title"`
	URL       string         `json:"url"`
	Source    string         `json:"source"`
	Section   string         `json:"section"`
	Published string         `json:"published"`
	Start     *int           `json:"start,omitempty"` // where it stood in the paste
	End       *int           `json:"end,omitempty"`
	Score     float64        `json:"score"`
	Level     string         `json:"level"`
	Group     int            `json:"group"`
	Mentions  []TitleMention `json:"mentions"`
	Reasons   []Reason       `json:"reasons"`
}

// TitleMention is a name in a headline's title; offsets are into the title.
type TitleMention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
}

// Reason is one thing that a headline shares with the article; a headline's weights sum to 1.
type Reason struct {
	Kind       string  `json:"kind"` // "entity", "phrase" or "word"
	Text       string  `json:"text"`
	Weight     float64 `json:"weight"`
	Spans      []Pair  `json:"spans"`      // into the text
	TitleSpans []Pair  `json:"titleSpans"` // into the title
}

// Notice is something that the reader should know of the result.
type Notice struct {
	Kind  string `json:"kind"`
	Text  string `json:"text"`
	Start int    `json:"start"`
}
