package page

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// said is what any event of the reader may carry; each kind uses some of it.
type said struct {
	Phase   Phase   `json:"phase"`
	Chars   int     `json:"chars"`
	Tail    string  `json:"tail"`
	Share   float64 `json:"share"`
	Stage   string  `json:"stage"`
	Done    int     `json:"done"`
	Total   int     `json:"total"`
	Kind    string  `json:"kind"`
	Message string  `json:"message"`
	Again   bool    `json:"again"`
	Cleared bool    `json:"cleared"`
	On      bool    `json:"on"`
	Key     string  `json:"key"`
	I       int     `json:"i"`
	Type    string  `json:"type"`
	Entity  int     `json:"entity"`
	Left    float64 `json:"left"`
	Top     float64 `json:"top"`

	Sought string        `json:"sought"`
	Choose bool          `json:"choose"`
	Here   bool          `json:"here"`
	Failed bool          `json:"failed"`
	Like   []report.Form `json:"like"`
	Ticks  []int         `json:"ticks"`
	N      int           `json:"n"`

	Language  string   `json:"language"`
	Languages []string `json:"languages"`
	Lost      []lost   `json:"lost"`
	Problems  []string `json:"problems"`
	Empty     bool     `json:"empty"`
	Gone      bool     `json:"gone"`
	Used      int      `json:"used"`

	Words []StopWord `json:"words"`
	refusal
}

// hear takes one event of the reader.
func (p *Page) hear(ctx app.Context, kind string, words []byte) {
	if kind == "result" || kind == "refined" {
		p.onResult(ctx, words, kind == "refined")
		return
	}
	var s said
	if err := json.Unmarshal(words, &s); err != nil {
		p.notice(Notice{Kind: "page", Head: say("page.broke"), Words: fmt.Sprintf("%s: %v", kind, err), Bad: true})
		return
	}
	switch kind {
	case "state":
		p.onState(ctx, s)
	case "loading":
		p.loading = s.Share
	case "ready":
		p.loading = 1
	case "progress":
		p.working = Working{On: true, Stage: s.Stage, Done: s.Done, Total: s.Total, Languages: s.Languages}
	case "tables":
		p.onLost(s.Lost)
	case "stopped":
		p.working.On, p.working.Stopped = false, true
	case "failed":
		p.onFailed(s)
	case "replaced":
		p.onReplaced(ctx, s)
	case "refused":
		p.notice(s.refusal.notice())
	case "unread":
		p.notice(Notice{Kind: "unread", Head: say("unread.head"), Words: sentences([]string{s.Message})})
	case "storage":
		p.drop("storage")
		if s.Why != "" {
			p.notice(storageNotice(s.Why))
		}
	case "unkept":
		p.unkept = true
	case "left":
		p.drop("left")
		if s.Chars > 0 {
			p.notice(leftNotice(s.Name))
		}
	case "offline":
		p.offline = true
	case "network":
		p.cut = !s.On
	case "install":
		p.install = s.On
	case "update":
		p.say(ctx, Toast{Words: say("toast.update"), Do: "update", Label: say("toast.update.act"), Close: say("toast.update.later"), stays: true})
	case "full":
		p.say(ctx, Toast{Words: say("toast.no-room")})
	case "copied":
		p.say(ctx, Toast{Words: say("toast.copied")})
	case "own":
		p.own.Empty, p.own.Gone, p.own.Why = s.Empty, s.Gone, s.Why
	case "lexicon":
		p.own.Checked, p.own.Used, p.own.Problems = true, s.Count, s.Problems
	case "stops":
		p.stop.Empty, p.stop.Gone, p.stop.Why, p.stopWords = s.Empty, s.Gone, s.Why, s.Words
	case "stopWords":
		p.stop.Checked, p.stop.Used, p.stop.Problems = true, s.Used, s.Problems
	case "model":
		p.onModel(s)
	case "found":
		p.onFound(s)
	case "line":
		p.onLine(s)
	case "unlined":
		p.unlined = true
	case "pick":
		p.onPick(ctx, s)
	case "note":
		p.onNote(ctx, s.I)
	case "ring":
		p.live = p.describe(s)
		p.showTip(ctx, s)
	case "tip":
		p.showTip(ctx, s)
	case "key":
		p.onKey(ctx, s.Key)
	}
}

func (p *Page) onState(ctx app.Context, s said) {
	before := p.phase
	if s.Phase == Empty || s.Chars != p.chars {
		p.sought = Sought{}
		p.results++ // one that is on its way is of another text
		p.failed = ""
	}
	p.phase, p.chars, p.tail, p.language = s.Phase, s.Chars, s.Tail, s.Language
	if s.Phase == Empty {
		p.summary, p.working, p.voice = nil, Working{}, Voice{}
		p.drop("refused", "failed", "restart", "language", "left", "page", "model", "tables")
		ctx.Page().SetTitle("Gloss")
	}
	p.choose(Choice{}, 0, "")
	p.drop("refused")
	if s.Phase != before {
		p.sheet = false
		ctx.Defer(func(app.Context) { mountColumn() })
	}
}

// onResult reads the result, and shows it a turn of the browser's loop later: for a long text each of the two takes a while. With again it takes the
// place of another of the same text.
func (p *Page) onResult(ctx app.Context, words []byte, again bool) {
	var s report.Summary
	if err := json.Unmarshal(words, &s); err != nil {
		p.notice(Notice{Kind: "page", Head: say("page.result"), Words: err.Error(), Bad: true})
		return
	}
	p.results++
	result := p.results
	ctx.After(time.Millisecond, func(ctx app.Context) {
		if result != p.results {
			return
		}
		if again && p.summary != nil {
			p.refine(ctx, &s)
		} else {
			p.show(ctx, &s)
		}
	})
}

func (p *Page) show(ctx app.Context, s *report.Summary) {
	call("turn")
	p.set(ctx, s)
	p.live = say("live.read", "words", plural("live.words", s.Stats.Words), "names", plural("live.names", p.names()))
	c, at := p.chosen, p.at
	p.choose(Choice{}, 0, "")
	if c.Kind != "" {
		p.chooseAgain(c, at)
	}
}

// refine shows a result in the place of another while that is being read: nothing moves, and nothing is said.
func (p *Page) refine(ctx app.Context, s *report.Summary) {
	said := p.live
	call("turn")
	p.set(ctx, s)
	p.chooseAgain(p.chosen, p.at)
	p.live = said
	ctx.Defer(func(app.Context) { call("settle") })
}

func (p *Page) set(ctx app.Context, s *report.Summary) {
	p.shown++
	p.summary, p.working, p.failed, p.printable, p.unlined = s, Working{}, "", 0, false
	ctx.After(beforePrints, func(ctx app.Context) { p.printMore(ctx, s) })
	p.drop("failed", "language")
	for _, n := range s.Notices {
		if n.Kind == report.NoticeLanguage { // onLost tells of tables that lack, and the list of names how rough it is
			p.notice(Notice{Kind: "language", Head: noticeHeads[n.Kind], Words: n.Text})
		}
	}
	p.keepVoice()
	p.tellModel()
	ctx.Page().SetTitle(say("page.title", "title", orElse(s.Title, say("text.untitled"))))
}

func (p *Page) onFailed(s said) {
	p.working, p.failed = Working{}, orElse(s.Kind, "broke")
	p.drop("restart") // it came to nothing
	p.notice(failedNotice(s.Kind, s.Message))
}

// onReplaced hears of a new text in the place of one that was read, or of a new engine in the place of a dead one.
func (p *Page) onReplaced(ctx app.Context, s said) {
	switch {
	case s.Kind != "":
		p.notice(restartNotice(s.Kind, s.Again))
	case s.Cleared:
		p.say(ctx, Toast{Words: say("toast.cleared"), Do: "undo", Label: say("toast.undo")})
	default:
		p.summary = nil
		p.drop("failed", "language", "restart")
		p.say(ctx, Toast{Words: say("toast.replaced"), Do: "undo", Label: say("toast.undo")})
	}
}

func (p *Page) onPick(ctx app.Context, s said) {
	if _, ok := p.entity(s.Entity); !ok {
		return
	}
	c := p.entityChoice(s.Entity)
	p.choose(c, nth(s.I), "")
	if !narrow() {
		p.openFor(ctx, c)
	}
}

// openFor brings the row of a choice into sight in its instrument.
func (p *Page) openFor(ctx app.Context, c Choice) {
	p.tab = c.tab()
	ctx.Defer(func(app.Context) { reveal(c.rowID()) })
}

func (p *Page) onKey(ctx app.Context, key string) {
	switch key {
	case "n":
		p.step(ctx, 1)
	case "p":
		p.step(ctx, -1)
	case "Escape":
		p.untoast()
		p.choose(Choice{}, 0, "")
	case "w":
		p.why(ctx)
	case "/":
		p.seek(ctx)
	case "?":
		p.openDialog(ctx, "keys")
	default:
		p.tab = key
		p.sheet = true
		call("keep", "tab", key)
	}
}

// describe is a mark in words: "person, Ban Ki-moon, 2 of 5".
func (p *Page) describe(s said) string {
	e, ok := p.entity(s.Entity)
	if !ok {
		return kindByClass(s.Type).singular
	}
	return say("live.mark", "type", p.kindOf(s), "name", e.Name, "at", number(nth(s.I)+1), "total", number(e.Count))
}

// kindOf is what a mark is, in words: "Person", "Perhaps a person".
func (p *Page) kindOf(s said) string {
	k := kindByClass(s.Type)
	if p.guessed(s.Entity) {
		return perhaps(k)
	}
	return k.singular
}

// Tip says what the mark under the pointer is.
type Tip struct{ Type, Name string }

func (p *Page) showTip(ctx app.Context, s said) {
	p.tip = Tip{}
	if s.Type == "" {
		return
	}
	p.tip.Type = p.kindOf(s)
	if e, ok := p.entity(s.Entity); ok {
		p.tip.Name = plural("tip.mentions", e.Count, "name", e.Name)
	}
	ctx.Defer(func(app.Context) { place("tip", s.Left, s.Top-36) })
}
