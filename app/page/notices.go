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
	acts = append(acts, button("act", orElse(n.Notice.Close, "Close")).On("click", send("do", Do{"dismiss", n.Notice.Kind}), n.Notice.Kind))
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
	name := "“" + orElse(r.Name, "It") + "”"
	paste, open := Act{Label: "Paste", JS: "paste"}, Act{Label: "Open another", JS: "open"}
	n := Notice{Kind: "refused", Bad: true}
	switch r.Why {
	case "blank":
		n.Head, n.Words = "There is nothing to read", "What was pasted holds no letters, only white space."
	case "clipboard":
		n.Head, n.Words = "The clipboard was not opened", "This browser did not let the page read it. Press Ctrl+V (⌘V) anywhere on this page instead."
		if r.Unasked {
			n.Words, n.Acts = "This browser lets the page read it only when you ask for it here. Press Paste, or Ctrl+V (⌘V) anywhere on this page.", []Act{paste}
		}
	case "clipboard-empty":
		n.Head, n.Words = "The clipboard holds no text", "Copy the article, then paste it here."
	case "too-large":
		n.Head = "This is more than 20 MB"
		n.Words = fmt.Sprintf("It has %s; Gloss reads texts up to 20 MB. What was here before is kept. Paste a part of it.", megabytes(r.Bytes))
	case "two-files":
		n.Head, n.Words = "One file at a time", fmt.Sprintf("%d files were dropped. Drop the one that you want to read.", r.Count)
	case "unreadable":
		n.Head, n.Words, n.Acts = "This could not be opened", name+" is a folder, or it is no longer there.", []Act{open}
	case "empty-file":
		n.Head, n.Words, n.Acts = "This file is empty", name+" holds no text.", []Act{open}
	case "not-text":
		n.Head, n.Acts = "This file is not text", []Act{open, paste}
		n.Words = name + " is not a text file. Gloss opens plain text (.txt). Copy the text out of it and paste it here."
		if r.Is != "" {
			n.Words = fmt.Sprintf("%s is a %s. Gloss opens plain text (.txt). Copy the text out of it and paste it here.", name, r.Is)
		}
	case "not-utf8":
		n.Head, n.Acts = "This file’s letters could not be read", []Act{open, paste}
		n.Words = fmt.Sprintf("%s is not UTF-8 or UTF-16: byte %s does not fit. Save it as UTF-8, or copy its text and paste it here.", name, number(r.Offset))
	case "sample":
		n.Head, n.Words = "The sample could not be fetched", "The network did not answer. Paste a text of your own; that works without it."
	case "export":
		n.Head, n.Words = "This could not be exported", orElse(r.Error, "The engine did not answer")+". Read the text again, then export it."
		n.Acts = []Act{{Label: "Read again", Do: Do{Name: "again"}}}
	default:
		n.Head, n.Words = "This could not be read", r.Why
	}
	return n
}

// storageNotice says why the text is not kept: storage is "full", or "blocked" in any way.
func storageNotice(why string) Notice {
	n := Notice{Kind: "storage", Head: "This browser keeps nothing here",
		Words: "A private window, or its storage is blocked. Everything works, but the text may not be here after a reload."}
	if why == "full" {
		n.Head = "This browser has no room for the text"
		n.Words = "Its storage is full. Everything works, but the text may not be here after a reload."
	}
	return n
}

// leftNotice offers a text that a closed tab left behind, by its first words.
func leftNotice(text string) Notice {
	first, _, _ := strings.Cut(text, "\n")
	if r := []rune(first); len(r) > 60 {
		first = strings.TrimSpace(string(r[:60])) + "…"
	}
	return Notice{Kind: "left", Head: "Another text is kept on this device", Words: "“" + first + "” stood in a tab that was closed.",
		Acts: []Act{{Label: "Open it", Do: Do{"other", "open"}}, {Label: "Remove it", Do: Do{"other", "remove"}}}}
}

// installNotice stands under the text while the browser offers to install the page. The offer comes when it likes: there it moves nothing.
var installNotice = Notice{Kind: "install", Head: "Keep Gloss on this device", Words: "It opens from your apps and works without a network.",
	Acts: []Act{{Label: "Install", JS: "install"}}, Close: "Not now"}

// noticeHeads are the headings of the report's own notices, by kind.
var noticeHeads = map[string]string{"language-unsupported": "This language is not supported yet"}

func failedNotice(kind, message string) Notice {
	n := Notice{Kind: "failed", Head: "The reading stopped", Bad: true,
		Words: "Something in this text broke it. Your text is safe, and what was found stays marked.",
		Acts:  []Act{{Label: "Try again", Do: Do{Name: "again"}}}}
	switch kind {
	case "start", "page":
		n.Head, n.Words = "The engine could not start", "Your text is safe. "+sentences([]string{message})
	case "hung":
		n.Words = "The engine gave no sign of life, twice. Your text is safe, and what was found stays marked."
	case "input":
		n.Head, n.Words = "This text could not be read", sentences([]string{message})
	}
	return n
}

// restartNotice tells of an engine that was put in the place of a dead or hung one.
func restartNotice(kind string, again bool) Notice {
	n := Notice{Kind: "restart", Head: "The engine was restarted", Words: "It had stopped. "}
	if kind == "hung" {
		n.Words = "It gave no sign of life. "
	}
	if again {
		n.Words += "Your text is safe and is being read again."
	} else {
		n.Words += "Your text is safe."
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
		says := " the rest is plain"
		if w.Working.Done > 0 {
			says = " " + plural(done, "paragraph is marked", "paragraphs are marked") + ", the rest is plain"
		}
		return el("div", "work",
			el("p", "", txt("b", "", "Stopped"), app.Text(says)),
			button("act", "Go on").On("click", send("do", Do{Name: "again"}), "again")).Attr("role", "status")
	}
	says := " finding its paragraphs"
	if w.Working.Total > 0 {
		says = fmt.Sprintf(" paragraph %s of %s", number(done), number(total))
	}
	if w.Working.Total > 0 && done == total {
		says = " " + stages[w.Working.Stage]
	}
	percent := 100 * done / total
	return el("div", "work",
		el("p", "", txt("b", "", "Reading "+megabytes(w.Chars)), app.Text(says)),
		button("act", "Cancel").On("click", send("do", Do{Name: "cancel"}), "cancel"),
		el("div", "meter",
			svg(fmt.Sprintf(`<svg aria-hidden="true"><rect class="track" width="100%%" height="4"/><rect class="fill" width="%d%%" height="4"/></svg>`, percent))).
			Attr("role", "progressbar").Attr("aria-label", "Reading").Attr("aria-valuenow", percent).Attr("aria-valuemin", 0).Attr("aria-valuemax", 100))
}

// stages after the paragraphs, in words.
var stages = map[string]string{
	"resolve": "putting names together", "keywords": "counting words", "phrases": "finding phrases",
	"quotes": "finding quotes", "headlines": "comparing headlines",
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

// noRoom tells of a service worker that could not keep the site.
const noRoom = "There is no room on this device to keep the page for use without a network. All else works."

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
	parts = append(parts, button("act plain", orElse(b.Toast.Close, "Close")).On("click", send("do", Do{Name: "untoast"}), "untoast"))
	return box.Body(el("div", "toast", parts...))
}
