package entity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAmountCases recognises each line of testdata/amounts/*.txt by itself and looks at the amounts among what is found. A line that
// begins with ~ is known to fail, and must.
func TestAmountCases(t *testing.T) {
	r, l := openEnglish(t)
	files, err := filepath.Glob("testdata/amounts/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			marked, failing := strings.CutPrefix(line, "~ ")
			input, want := cut(t, marked)
			doc := parse(input, l)
			got := amountsOf(r.Recognize(doc, 0, len(doc.Sentences)))
			ok := same(got, want)
			all++
			switch {
			case ok && failing:
				t.Errorf("%s: no longer fails, take its ~ away: %s", filepath.Base(file), marked)
			case !ok && !failing:
				t.Errorf("%s: got  %s\nwant %s", filepath.Base(file), mark(input, got), marked)
			}
			if ok {
				right++
			}
		}
	}
	t.Logf("%d of %d cases are right", right, all)
	if all < 130 {
		t.Errorf("%d cases, want 130 or more", all)
	}
}

// amountsOf is the mentions that are dates or amounts.
func amountsOf(mentions []Mention) []Mention {
	var out []Mention
	for _, m := range mentions {
		if !m.Type.Name() {
			out = append(out, m)
		}
	}
	return out
}

func TestDates(t *testing.T) {
	checkMarked(t, []string{
		"It opened on [May 5 DATE].",
		"It opened on [May 5, 2019 DATE=2019-05-05].",
		"It opened on [5 May 2019 DATE=2019-05-05].",
		"It opened on [5th of May, 2019 DATE=2019-05-05].",
		"It opened on [Monday, May 5, 2019 DATE=2019-05-05].",
		"It opened in [May 2019 DATE=2019-05].",
		"It opened in [September DATE].",
		"It opened in [May DATE].",
		"It opened on [Sept. 11 DATE].",
		"It opened on [2019-05-06 DATE=2019-05-06].",
		"It opened on [25/12/2019 DATE=2019-12-25].",
		"It opened on [12/25/2019 DATE=2019-12-25].",
		"It opened on [05/06/2019 DATE].",
		"It opened on [Wednesday DATE].",
		"It opened [last year DATE].",
		"It opened [two weeks ago DATE].",
		"It opened [yesterday DATE].",
		"It opened in [1999 DATE=1999].",
		"It opened in the [1990s DATE].",
		"It opened in the mid-[1990s DATE].",
		"It opened in the [19th century DATE].",
		"It was built before [9/11 DATE].",
		"It opened in [summer 2019 DATE=2019].",
	})
}

func TestTimes(t *testing.T) {
	checkMarked(t, []string{
		"They met at [10:30 TIME=10:30].",
		"They met at [10:30 p.m. TIME=22:30] and left.",
		"They met at [15:00 GMT TIME=15:00].",
		"They met at [12 a.m. TIME=00:00] and left.",
		"They met at [10am TIME=10:00].",
		"They met at [noon TIME=12:00].",
		"They met at [three o'clock TIME=03:00].",
	})
}

func TestMoney(t *testing.T) {
	checkMarked(t, []string{
		"It cost [$2,000 MONEY=2000 USD].",
		"It cost [$2bn MONEY=2000000000 USD].",
		"It cost [£1.5m MONEY=1500000 GBP].",
		"It cost [US$5 million MONEY=5000000 USD].",
		"It cost [€3,000.50 MONEY=3000.5 EUR].",
		"It cost [2,000 euros MONEY=2000 EUR].",
		"It cost [five dollars MONEY=5 USD].",
		"It cost [50 cents MONEY=0.5 USD].",
		"It cost [half a million dollars MONEY=500000 USD].",
		"It cost [2 million Canadian dollars MONEY=2000000 CAD].",
		"It cost [100 Namibian dollars MONEY].",
		"It cost [$1.2-billion MONEY=1200000000 USD].",
		"It cost [two dozen euros MONEY=24 EUR].",
		"It cost [¥100 MONEY=100 JPY].",
		"It cost [$5 MONEY=5 USD]-[$10 MONEY=10 USD].",
		"It cost [3 million pounds MONEY=3000000 GBP].",
	})
}

func TestSharesAndMeasures(t *testing.T) {
	checkMarked(t, []string{
		"It rose by [3.5% PERCENT=3.5].",
		"It rose by [3.5 percent PERCENT=3.5].",
		"It rose by [3.50 per cent PERCENT=3.5].",
		"It rose by [five percent PERCENT=5].",
		"It rose by [20-30 percent PERCENT=20-30].",
		"It rose by [2 percentage points PERCENT=2].",
		"It is [5km QUANTITY=5 km] long.",
		"It is [5 kilometres QUANTITY=5 km] long.",
		"It is [1,200 miles QUANTITY=1200 mi] long.",
		"It is [100 m QUANTITY=100 m] long.",
		"It weighs [200 pounds QUANTITY=200 lb].",
		"It weighs [two million tonnes QUANTITY=2000000 t].",
		"It is [30 degrees Celsius QUANTITY=30 °C] here.",
		"It is [30°C QUANTITY=30 °C] here.",
		"It covers [30 square miles QUANTITY=30 square mi].",
		"a [10-year-old QUANTITY=10 year] boy",
		"a [10-mile QUANTITY=10 mi] walk",
		"It took [five years QUANTITY=5 year].",
		"It took [twenty-five minutes QUANTITY=25 min].",
	})
}

func TestNumbersThatAreNoAmounts(t *testing.T) {
	checkMarked(t, []string{
		"We have 5 may be more.",
		"They work 24/7 here.",
		"They won 2-1 at home.",
		"They won 6-4, 7-5 at home.",
		"Call +44 20 7946 0958 now.",
		"Call 555-1234 now.",
		"See section 3.5 below.",
		"There were 2000 people.",
		"There were 1,999 of them.",
		"He counted to 2,019 twice.",
		"It runs v2.0.1 at 192.168.1.1 now.",
		"It happened in 2000 villages.",
		"It ended 3:2 for them.",
		"They march in line.",
		"One day it will end.",
	})
}

func TestFormatWeightsIsReadBack(t *testing.T) {
	nats := make([]float64, NumWeights)
	nats[0], nats[5], nats[NumWeights-1] = 0.25, -3.5, 0.1
	cells := FormatWeights(nats)
	if cells != "a1f-14" {
		t.Fatalf("FormatWeights = %q", cells)
	}
	var w weights
	if !w.parse(cells) || w[0] != weightStep/tableStep || w[5] != -14*weightStep/tableStep || w[NumWeights-1] != 0 {
		t.Errorf("parse(%q) = %v", cells, w)
	}
	for _, bad := range []string{"1", "a", "a-", "?1", "a1x", "a1000000000000"} {
		if w.parse(bad) {
			t.Errorf("parse(%q) succeeds", bad)
		}
	}
}
