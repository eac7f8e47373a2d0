package page

import (
	"fmt"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Notice says, in the flow of the page, what happened and then what to do.
type Notice struct {
	Kind  string // at most one of a kind is shown
	Head  string
	Words string
	Bad   bool // something failed
	Acts  []Act
	Close string // what the way to be rid of it is called, "" for Close
}

// Act is a button of a notice: of web/js where Do has no name.
type Act struct {
	Label string
	JS    string // a data-do of web/js
	Do    Do
}

// notice shows n in the place of any other of its kind.
func (p *Page) notice(n Notice) {
	p.drop(n.Kind)
	p.notices = append(p.notices, n)
}

// drop takes the notices of these kinds away.
func (p *Page) drop(names ...string) {
	var kept []Notice
	for _, n := range p.notices {
		gone := false
		for _, name := range names {
			gone = gone || n.Kind == name
		}
		if !gone {
			kept = append(kept, n)
		}
	}
	p.notices = kept
}

// NoticeBox draws a notice.
type NoticeBox struct {
	app.Compo
	Notice Notice
}

// Render draws what happened, what to do, and the way to be rid of it.
func (n *NoticeBox) Render() app.UI {
	class, role := "notice", "status"
	if n.Notice.Bad {
		class, role = "notice bad", "alert"
	}
	var acts []app.UI
	for _, a := range n.Notice.Acts {
		b := button("act", a.Label)
		if a.JS != "" {
			b = b.Attr("data-do", a.JS)
		} else {
			b = b.On("click", send("do", a.Do), a.Do.Name, a.Do.With)
		}
		acts = append(acts, b)
	}
	acts = append(acts, button("act", orElse(n.Notice.Close, say("notice.close"))).On("click", send("do", Do{"dismiss", n.Notice.Kind}), n.Notice.Kind))
	return el("div", class, txt("h2", "", n.Notice.Head), txt("p", "", n.Notice.Words), el("div", "acts", acts...)).Attr("role", role)
}

// refusal is why a text was not taken; the one before stays.
type refusal struct {
	Why    string `json:"why"`
	Name   string `json:"name"`
	Bytes  int    `json:"bytes"`
	Count  int    `json:"count"`
	Offset int    `json:"offset"`
	Is     string `json:"is"` // what a file is that is no text
	Error  string `json:"error"`

	Unasked bool `json:"unasked"` // the page wanted the clipboard before any button was pressed
}

func (r refusal) notice() Notice {
	name := say("refused.it")
	if r.Name != "" {
		name = say("refused.name", "name", r.Name)
	}
	paste, open := Act{Label: say("notice.paste"), JS: "paste"}, Act{Label: say("notice.open"), JS: "open"}
	n := Notice{Kind: "refused", Bad: true}
	switch r.Why {
	case "blank":
		n.Head, n.Words = say("refused.blank"), say("refused.blank.words")
	case "clipboard":
		n.Head, n.Words = say("refused.clipboard"), say("refused.clipboard.words")
		if r.Unasked {
			n.Words, n.Acts = say("refused.clipboard.unasked"), []Act{paste}
		}
	case "clipboard-empty":
		n.Head, n.Words = say("refused.clipboard-empty"), say("refused.clipboard-empty.words")
	case "too-large":
		n.Head = say("refused.large")
		n.Words = say("refused.large.words", "size", megabytes(r.Bytes))
	case "two-files":
		n.Head, n.Words = say("refused.files"), say("refused.files.words", "n", number(r.Count))
	case "unreadable":
		n.Head, n.Words, n.Acts = say("refused.unreadable"), say("refused.unreadable.words", "name", name), []Act{open}
	case "empty-file":
		n.Head, n.Words, n.Acts = say("refused.empty"), say("refused.empty.words", "name", name), []Act{open}
	case "not-text":
		n.Head, n.Acts = say("refused.not-text"), []Act{open, paste}
		n.Words = say("refused.not-text.words", "name", name)
		if r.Is != "" {
			n.Words = say("refused.not-text.is", "name", name, "is", r.Is)
		}
	case "not-utf8":
		n.Head, n.Acts = say("refused.not-utf8"), []Act{open, paste}
		n.Words = say("refused.not-utf8.words", "name", name, "n", number(r.Offset))
	case "sample":
		n.Head, n.Words = say("refused.sample"), say("refused.sample.words")
	case "export":
		n.Head, n.Words = say("refused.export"), say("refused.export.words", "why", orElse(r.Error, say("refused.export.silent")))
		n.Acts = []Act{{Label: say("refused.export.again"), Do: Do{Name: "again"}}}
	default:
		n.Head, n.Words = say("refused.other"), r.Why
	}
	return n
}

// storageNotice says why the text is not kept: storage is "full", or "blocked" in any way.
func storageNotice(why string) Notice {
	n := Notice{Kind: "storage", Head: say("storage.blocked"),
		Words: say("storage.blocked.words")}
	if why == "full" {
		n.Head = say("storage.full")
		n.Words = say("storage.full.words")
	}
	return n
}

// leftNotice offers a text that a closed tab left behind, by its first words.
func leftNotice(text string) Notice {
	first, _, _ := strings.Cut(text, "\n")
	if r := []rune(first); len(r) > 60 {
		first = strings.TrimSpace(string(r[:60])) + "…"
	}
	return Notice{Kind: "left", Head: say("left.head"), Words: say("left.words", "first", first),
		Acts: []Act{{Label: say("left.open"), Do: Do{"other", "open"}}, {Label: say("left.remove"), Do: Do{"other", "remove"}}}}
}

// installNotice stands under the text while the browser offers to install the page. The offer comes when it likes: there it moves nothing.
var installNotice = Notice{Kind: "install", Head: say("install.head"), Words: say("install.words"),
	Acts: []Act{{Label: say("install.act"), JS: "install"}}, Close: say("install.later")}

// noticeHeads are the headings of the report's own notices, by kind.
var noticeHeads = map[string]string{"language-unsupported": say("language.unsupported")}

func failedNotice(kind, message string) Notice {
	n := Notice{Kind: "failed", Head: say("failed.head"), Bad: true,
		Words: say("failed.words"),
		Acts:  []Act{{Label: say("notice.again"), Do: Do{Name: "again"}}}}
	switch kind {
	case "start", "page":
		n.Head, n.Words = say("failed.start"), say("failed.start.words", "why", sentences([]string{message}))
	case "hung":
		n.Words = say("failed.hung")
	case "input":
		n.Head, n.Words = say("failed.input"), sentences([]string{message})
	}
	return n
}

// restartNotice tells of an engine that was put in the place of a dead or hung one.
func restartNotice(kind string, again bool) Notice {
	n := Notice{Kind: "restart", Head: say("restart.head"), Words: say("restart.words")}
	switch {
	case kind == "hung" && again:
		n.Words = say("restart.hung.again")
	case kind == "hung":
		n.Words = say("restart.hung")
	case again:
		n.Words = say("restart.words.again")
	}
	return n
}

// Work shows how far the reading is, and the way to stop it.
type Work struct {
	app.Compo
	Working Working
	Chars   int
}

// Render draws the bar.
func (w *Work) Render() app.UI {
	done, total := w.Working.Done, max(1, w.Working.Total)
	if w.Working.Stopped {
		says := say("work.stopped.rest")
		if w.Working.Done > 0 {
			says = plural("work.stopped.marked", done)
		}
		return el("div", "work",
			el("p", "", txt("b", "", say("work.stopped")), app.Text(" "+says)),
			button("act", say("work.go-on")).On("click", send("do", Do{Name: "again"}), "again")).Attr("role", "status")
	}
	says := say("work.begins")
	if w.Working.Total > 0 {
		says = say("work.at", "done", number(done), "total", number(total))
	}
	if w.Working.Stage == "tables" {
		says = say("work.tables", "languages", languageNames(w.Working.Languages))
	}
	if w.Working.Total > 0 && done == total {
		says = stages[w.Working.Stage]
	}
	percent := 100 * done / total
	return el("div", "work",
		el("p", "", txt("b", "", say("work.reading", "size", megabytes(w.Chars))), app.Text(" "+says)),
		button("act", say("work.cancel")).On("click", send("do", Do{Name: "cancel"}), "cancel"),
		el("div", "meter",
			svg(fmt.Sprintf(`<svg aria-hidden="true"><rect class="track" width="100%%" height="4"/><rect class="fill" width="%d%%" height="4"/></svg>`, percent))).
			Attr("role", "progressbar").Attr("aria-label", say("work.label")).Attr("aria-valuenow", percent).Attr("aria-valuemin", 0).Attr("aria-valuemax", 100))
}

// stages after the paragraphs, in words.
var stages = map[string]string{
	"resolve": say("work.resolve"), "keywords": say("work.keywords"), "phrases": say("work.phrases"),
	"quotes": say("work.quotes"), "headlines": say("work.headlines"),
}

// Toast is a short word at the bottom of the page, with at most one thing to do.
type Toast struct {
	Words, Do, Label string
	Close            string // what the way to be rid of it is called, "" for Close
	number           int    // which of the page's toasts it is
	stays            bool   // until it is answered
}

// toastTime is how long a toast stays; time enough to read it twice and to reach its button.
const toastTime = 15 * time.Second

// say shows a toast for a while, or until it is answered; after one that passes, the one that stays is shown again.
func (p *Page) say(ctx app.Context, t Toast) {
	p.toasts++
	t.number = p.toasts
	p.toast = t
	if t.stays {
		p.standing = t
		return
	}
	ctx.After(toastTime, func(app.Context) {
		if p.toast.number == t.number {
			p.toast = p.standing
		}
	})
}

// untoast takes the toast away that is shown.
func (p *Page) untoast() {
	if p.toast.stays {
		p.standing = Toast{}
	}
	p.toast = p.standing
}

// Bubble draws the toast.
type Bubble struct {
	app.Compo
	Toast Toast
}

// Render draws it, or an empty place for it.
func (b *Bubble) Render() app.UI {
	box := el("div", "toasts").Attr("role", "status")
	if b.Toast.Words == "" {
		return box
	}
	parts := []app.UI{txt("span", "", b.Toast.Words)}
	if b.Toast.Do != "" {
		parts = append(parts, button("act", b.Toast.Label).On("click", send("do", Do{Name: b.Toast.Do}), b.Toast.Do))
	}
	parts = append(parts, button("act plain", orElse(b.Toast.Close, say("notice.close"))).On("click", send("do", Do{Name: "untoast"}), "untoast"))
	return box.Body(el("div", "toast", parts...))
}
