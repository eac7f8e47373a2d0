// Command analyze runs the engine of Gloss on the command line: an article in, its report
// out. Run it with -h for its use.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"syscall"

	"gloss/app/report"
	"gloss/web"
)

const usage = `Usage: analyze [flags] [FILE]

Reads one article from FILE, or from standard input without FILE or with "-",
and prints what is in it: names, keywords, phrases, quotes, and how the
headlines below it relate to it. Nothing leaves the machine.

Examples:
  analyze article.txt                       a readable summary on a terminal, JSON in a pipe
  analyze -format json -top 10 article.txt  the ten first of each list, as JSON
  analyze -headlines list.txt article.txt   also links the headlines of a list
  analyze -lexicon names.txt article.txt    your own names go before all others
  analyze -stopwords words.txt article.txt  your own stop words: +word, -word
  analyze -unsure article.txt               also lists what may be a name, apart from the others
  analyze -tail 12 < article.txt            the last 12 lines are headlines
  analyze -jsonl < articles.jsonl > reports.jsonl
                                            one {"id", "text"} a line in, one report a line out

Flags:
`

const usageEnd = `
Input is UTF-8. A byte order mark is left out and UTF-16 with a mark is
converted: offsets then refer to the UTF-8 text without its mark. A text of more
than 20 MB is refused.

With -jsonl each line is an object: "text", and optionally "id", "tail",
"headlines", "language", "unsure"; -tail, -lang and -unsure hold where a line does
not say. A bad line is answered by {"id", "error"}, and the others are not lost.

A lexicon's TYPE is one of PER, LOC, ORG, NORP, EVENT, MISC, or person, place,
organisation, group, event, other. A comma, a semicolon or several spaces before the
type do for the tab. A name in lower case is found in any capitals, another one as it
is written; all that share a canonical name are one entity. Lines with # are comments;
bad lines are named, the others used.

Of stop words, +word makes one, in all its forms: it is no keyword and in no phrase.
-word lets one count. A line [fr] begins those of one language; before any such line
they are of the text's own. Of two lines for one word the later holds.

Exit codes: 0 all went well (or the reader of the output went away), 1 an input
could not be read or a line was bad, 2 wrong use.
`

const (
	exitOK    = 0
	exitInput = 1
	exitUsage = 2
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe then is an error of Write, answered by a quiet end
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// options is what the flags say.
type options struct {
	file      string // "-" for standard input
	jsonl     bool
	headlines string
	lexicon   string
	stopwords string
	top       int
	tail      report.Tail
	language  string
	unsure    bool
	utf16     bool
	text      bool // print a summary instead of JSON
}

// run is the whole command; it gives back the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, code, done := parse(args, stdout, stderr)
	if done {
		return code
	}
	a, err := open(o, stderr)
	if err == nil {
		out := bufio.NewWriter(stdout)
		if o.jsonl {
			err = a.lines(stdin, out)
		} else {
			err = a.one(stdin, out)
		}
		err = errors.Join(err, out.Flush())
	}
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return exitOK
	default:
		fmt.Fprintf(stderr, "analyze: %v\n", err)
		return exitInput
	}
}

// parse reads the flags, which may stand before and after the file. done says that the command ends with the code.
func parse(args []string, stdout, stderr io.Writer) (o options, code int, done bool) {
	f := flag.NewFlagSet("analyze", flag.ContinueOnError)
	f.SetOutput(stderr)
	var offsets, format string
	f.BoolVar(&o.jsonl, "jsonl", false, "read one JSON object a line, write one report a line")
	f.StringVar(&o.headlines, "headlines", "", "`file` of headlines to link: plain lines, JSON, JSON Lines, CSV or TSV")
	f.StringVar(&o.lexicon, "lexicon", "", "`file` of your own names, a line each: name<TAB>TYPE[<TAB>canonical], or !name to mark it never")
	f.StringVar(&o.stopwords, "stopwords", "", "`file` of your own stop words, a line each: +word to leave it out of keywords and phrases, -word to let it count")
	f.BoolVar(&o.unsure, "unsure", false, "also list what is more likely no name than one, but nearly: confidence below 0.5, behind all others")
	f.IntVar(&o.top, "top", 0, "cut every list to its first `N` (0 cuts nothing)")
	f.StringVar(&o.language, "lang", "", "`code` of the text's language (default: detected)")
	f.StringVar(&offsets, "offsets", report.OffsetsBytes, "`unit` of offsets: bytes or utf16")
	f.StringVar(&format, "format", "", "json or text (default: text on a terminal, else json)")
	f.Func("tail", "what the last lines are: auto finds headlines, text finds none, `N` lines are headlines (default auto)", func(s string) (err error) {
		o.tail, err = report.ParseTail(s)
		return err
	})
	f.Usage = func() {
		fmt.Fprint(f.Output(), usage)
		f.PrintDefaults()
		fmt.Fprint(f.Output(), usageEnd)
	}
	files, err := parseAll(f, args, stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return o, exitOK, true
	case err != nil:
		return o, exitUsage, true
	}
	if err := o.settle(files, offsets, format, stdout); err != nil {
		fmt.Fprintf(stderr, "analyze: %v (analyze -h tells the use)\n", err)
		return o, exitUsage, true
	}
	return o, exitOK, false
}

// parseAll takes flags from all the arguments; those between them are files. Help that was asked for goes to stdout.
func parseAll(f *flag.FlagSet, args []string, stdout io.Writer) (files []string, err error) {
	for _, a := range args {
		if a == "-h" || a == "-help" || a == "--help" {
			f.SetOutput(stdout)
		}
	}
	for {
		if err := f.Parse(args); err != nil {
			return nil, err
		}
		rest := f.Args()
		if len(rest) == 0 {
			return files, nil
		}
		if used := len(args) - len(rest); used > 0 && args[used-1] == "--" {
			return append(files, rest...), nil
		}
		files, args = append(files, rest[0]), rest[1:]
	}
}

// settle checks what the flags say together.
func (o *options) settle(files []string, offsets, format string, stdout io.Writer) error {
	switch {
	case len(files) > 1:
		return fmt.Errorf("want one file, got %d: for many texts use -jsonl", len(files))
	case o.top < 0:
		return fmt.Errorf("-top: want 0 or more, got %d", o.top)
	case offsets != report.OffsetsBytes && offsets != report.OffsetsUTF16:
		return fmt.Errorf("-offsets: want bytes or utf16, got %q", offsets)
	case format != "" && format != "json" && format != "text":
		return fmt.Errorf("-format: want json or text, got %q", format)
	case o.jsonl && format == "text":
		return errors.New("-jsonl writes JSON: leave -format text out")
	}
	o.file = "-"
	if len(files) == 1 {
		o.file = files[0]
	}
	o.utf16 = offsets == report.OffsetsUTF16
	o.text = format == "text" || format == "" && !o.jsonl && isTerminal(stdout)
	return nil
}

// isTerminal says whether a person is at the other end of a stream.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0
}

// analyzer answers inputs as the options say.
type analyzer struct {
	options
	builder *report.Builder
	stderr  io.Writer
}

func open(o options, stderr io.Writer) (*analyzer, error) {
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return nil, fmt.Errorf("embedded tables: %w", err)
	}
	b, err := report.Open(models)
	if err != nil {
		return nil, err
	}
	a := &analyzer{options: o, builder: b, stderr: stderr}
	if err := a.readOwn(); err != nil {
		return nil, err
	}
	if o.headlines != "" {
		return a, a.readHeadlines()
	}
	return a, nil
}

// one answers one text.
func (a *analyzer) one(stdin io.Reader, out *bufio.Writer) error {
	s, err := a.readText(stdin)
	if err != nil {
		return err
	}
	r, err := a.build(report.Input{Text: s, Tail: a.tail, Language: a.language, Unsure: a.unsure})
	if err != nil {
		return fmt.Errorf("%s: %w", a.name(), err)
	}
	if a.text {
		_, err = out.WriteString(r.Text())
		return err
	}
	return writeJSON(out, r)
}

// build makes a report as the options want it.
func (a *analyzer) build(in report.Input) (*report.Report, error) {
	r, err := a.builder.Build(in, nil)
	if err != nil {
		return nil, err
	}
	r.Top(a.top)
	if a.utf16 {
		r.UTF16(in.Text)
	}
	return r, nil
}

// name is the file as messages name it.
func (a *analyzer) name() string {
	if a.file == "-" {
		return "standard input"
	}
	return a.file
}

func writeJSON(out *bufio.Writer, r *report.Report) error {
	b, err := r.JSON()
	if err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	_, err = out.Write(append(b, '\n'))
	return err
}
