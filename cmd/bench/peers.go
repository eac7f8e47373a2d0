package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gloss/app/entity"
	"gloss/app/text"
)

// peer is a program that finds names: it reads texts as JSON lines and writes an answer a line. It runs from the project's root.
type peer struct {
	name    string
	command []string
	needs   string   // file that is there when the peer is installed
	env     []string // in place of the environment
}

// peers are installed by `sh .ci/test peers`; their versions are pinned in cmd/bench/peers.
var peers = []peer{
	{name: "compromise 14.17 (JS)", command: []string{"node", "cmd/bench/peers/compromise.mjs"}, needs: "cmd/bench/peers/node_modules/compromise/package.json"},
	{name: "prose v3.2.3 (Go)", command: []string{".cache/bench/prose"}, needs: ".cache/bench/prose"},
}

// ourName is ours beside theirs.
const ourName = "Gloss"

// peerLimit is the longest that a peer may take over all the texts it is given at once.
const peerLimit = 5 * time.Minute

// question is a line that a peer reads.
type question struct {
	Text string `json:"text"`
}

// answer is what a peer found in one text: spans [start, end) in bytes, and the seconds that finding them took.
type answer struct {
	Seconds       float64  `json:"seconds"`
	People        [][2]int `json:"people"`
	Places        [][2]int `json:"places"`
	Organisations [][2]int `json:"organisations"`
}

// installedPeers are those that can run, and a sentence on those that cannot, "" when all can.
func installedPeers() (found []peer, missing string) {
	var names []string
	for _, p := range peers {
		_, err := exec.LookPath(p.command[0])
		if err == nil {
			_, err = os.Stat(p.needs)
		}
		if err != nil {
			names = append(names, p.name)
			continue
		}
		found = append(found, p)
	}
	if len(names) > 0 {
		missing = "Not installed, so not measured: " + strings.Join(names, ", ") + "."
	}
	return found, missing
}

// ask hands the texts to the peer and gives back its answers, in order.
func (p peer) ask(texts []string) ([]answer, error) {
	var in bytes.Buffer
	enc := json.NewEncoder(&in)
	for _, t := range texts {
		if err := enc.Encode(question{t}); err != nil {
			return nil, err
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), peerLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.command[0], p.command[1:]...)
	cmd.Env = p.env
	if cmd.Env == nil {
		cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	}
	var out, said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, &said
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w: %s", p.name, cmp.Or(ctx.Err(), err), bytes.TrimSpace(said.Bytes()))
	}
	answers, err := readAnswers(&out, texts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.name, err)
	}
	return answers, nil
}

// readAnswers reads one answer a text. The error tells the text, from 1, whose answer is missing, malformed or out of its bounds.
func readAnswers(r io.Reader, texts []string) ([]answer, error) {
	dec := json.NewDecoder(bufio.NewReader(r))
	answers := make([]answer, len(texts))
	for i, t := range texts {
		a := &answers[i]
		if err := dec.Decode(a); err != nil {
			return nil, fmt.Errorf("answer to text %d of %d: %w", i+1, len(texts), err)
		}
		for _, s := range slices.Concat(a.People, a.Places, a.Organisations) {
			if s[0] < 0 || s[1] > len(t) || s[0] > s[1] {
				return nil, fmt.Errorf("answer to text %d of %d: span %v of %d bytes", i+1, len(texts), s, len(t))
			}
		}
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("more answers than the %d texts", len(texts))
	}
	return answers, nil
}

// mentions are the names of an answer as the labels would have them, in the order of the text: without a leading article or a
// trailing possessive, and without the punctuation that a peer keeps with its words.
func (a answer) mentions(t string) []entity.Mention {
	var out []entity.Mention
	for i, spans := range [...][][2]int{a.People, a.Places, a.Organisations} {
		for _, s := range spans {
			if at := bareName(t, text.Span{Start: s[0], End: s[1]}); at.Start < at.End {
				out = append(out, entity.Mention{Span: at, Type: [...]entity.Type{entity.Person, entity.Location, entity.Org}[i]})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b entity.Mention) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// bareName leaves out of a span what no label takes in.
func bareName(t string, s text.Span) text.Span {
	name := strings.TrimLeft(s.Of(t), " \t\r\n\"'“‘([")
	for _, article := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		if rest, ok := strings.CutPrefix(name, article); ok {
			name = strings.TrimLeft(rest, " \t\r\n")
			break
		}
	}
	s.Start = s.End - len(name)
	name = strings.TrimRight(name, " \t\r\n,;:!?)]\"”")
	for _, possessive := range []string{"'s", "’s", "'", "’"} {
		if rest, ok := strings.CutSuffix(name, possessive); ok {
			name = rest
			break
		}
	}
	s.End = s.Start + len(name)
	return s
}

// gloss is our own engine as a peer, native: the program that is running.
func gloss(mode string) (peer, error) {
	self, err := os.Executable()
	return peer{name: ourName, command: []string{self, "-engine", mode}}, err
}

// glossInWasm is our own engine as a peer in wasm, run by Node.js, once for each mode. It is built here; the runtime has little room for an
// environment.
func glossInWasm(modes ...string) ([]peer, error) {
	const built = ".cache/bench/gloss.wasm"
	if _, err := exec.LookPath("node"); err != nil {
		return nil, err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	cmd := exec.Command("go", "build", "-trimpath", "-o", built, "./cmd/bench")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("build for wasm: %w: %s", err, bytes.TrimSpace(said))
	}
	runtime := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js")
	var out []peer
	for _, mode := range modes {
		out = append(out, peer{
			name:    ourName + " in wasm (Node.js)",
			command: []string{"node", "--stack-size=8192", runtime, built, "-engine", mode},
			env:     []string{"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME")},
		})
	}
	return out, nil
}
