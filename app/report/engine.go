package report

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"gloss/app/entity"
	"gloss/app/headline"
	"gloss/app/keyword"
	"gloss/app/lang"
	"gloss/app/paste"
	"gloss/app/quote"
)

// engine is the stages of one language, and the headlines that are kept, read by it.
type engine struct {
	lang       *lang.Language
	stems      *lang.Stemmer // kept from text to text: most words of the next one are in it
	splitter   *paste.Splitter
	recognizer *entity.Recognizer
	extractor  *keyword.Extractor
	finder     *quote.Finder
	linker     *headline.Linker

	kept      []Headline
	keptReady *headline.Index // nil until the kept headlines are read
}

// engineFor opens the stages of a language, once; one without tables is read as the plain
// language, of which only words are counted.
func (b *Builder) engineFor(code string) (*engine, error) {
	code = b.supported(code)
	if e, ok := b.engines[code]; ok {
		return e, nil
	}
	e, err := openEngine(b.models, code)
	if err != nil {
		return nil, fmt.Errorf("opening the engine: %w", err)
	}
	e.recognizer.SetReader(b.lexicon)
	if err := b.openModel(code); err != nil {
		return nil, fmt.Errorf("opening the engine: %w", err)
	}
	e.recognizer.SetModel(b.learnt[code])
	b.engines[code] = e
	return e, nil
}

// openModel reads the language's learnt model, if there is one among the tables and none was given.
func (b *Builder) openModel(code string) error {
	if b.learnt[code] != nil {
		return nil
	}
	data, err := fs.ReadFile(b.models, code+".names")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return b.SetModel(code, data)
}

// supported is the code of the language whose tables serve a BCP 47 code ("en" for
// "en-GB"), "und" when there are none.
func (b *Builder) supported(code string) string {
	base := lang.Base(code)
	if fs.ValidPath(base) && !strings.ContainsAny(base, "./") {
		if _, err := fs.Stat(b.models, base+"/stop.txt"); err == nil {
			return base
		}
	}
	return plainCode
}

const plainCode = "und"

func openEngine(models fs.FS, code string) (*engine, error) {
	e := &engine{lang: lang.PlainIn(models)}
	var err error
	if code != plainCode {
		if e.lang, err = lang.Open(models, code); err != nil {
			return nil, err
		}
	}
	e.stems = e.lang.NewStemmer()
	if e.splitter, err = paste.Open(e.lang); err != nil {
		return nil, err
	}
	if e.recognizer, err = entity.Open(e.lang); err != nil {
		return nil, err
	}
	if e.extractor, err = keyword.Open(e.lang); err != nil {
		return nil, err
	}
	if e.finder, err = quote.Open(e.lang); err != nil {
		return nil, err
	}
	e.linker, err = headline.Open(e.lang)
	return e, err
}

// keptIndex is the kept headlines, ready; they are read once, when a text first needs them.
func (e *engine) keptIndex(b *Builder) *headline.Index {
	if e.keptReady == nil {
		e.kept = e.cleaned(b.kept)
		e.keptReady = e.index(e.kept, e.recognizer.Know(nil))
	}
	return e.keptReady
}
