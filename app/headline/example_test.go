package headline_test

import (
	"fmt"
	"io/fs"

	"gloss/app/headline"
	"gloss/app/lang"
	"gloss/app/text"
	"gloss/web"
)

// An index outlives an article: any number of queries may be put to it.
func Example() {
	models, _ := fs.Sub(web.Models, "models")
	english, err := lang.Open(models, "en")
	if err != nil {
		fmt.Println(err)
		return
	}
	linker, err := headline.Open(english)
	if err != nil {
		fmt.Println(err)
		return
	}
	list, _, _ := linker.Read([]byte("Choir wins prize in Graz\nLisbon bridge closes after engineers find cracks\n"))
	index := linker.Index(list)

	article := "Engineers found cracks in two cables of the harbour bridge. Lisbon will close the bridge in March."
	doc := text.Parse(article, english, text.Span{End: len(article)})
	names := []headline.Name{{Text: "Lisbon", Forms: []string{"Portuguese"}, Spans: []text.Span{{Start: 60, End: 66}}}}
	best := index.Link(linker.Query(doc, names))[0]

	fmt.Println(best.Level, list[best.Headline].Title)
	for _, r := range best.Reasons {
		fmt.Println(r.Kind, r.Text)
	}
	// Output:
	// related Lisbon bridge closes after engineers find cracks
	// word bridge
	// word cracks
	// word Engineers
	// entity Lisbon
	// word close
}
