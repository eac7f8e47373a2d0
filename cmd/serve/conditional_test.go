package main

import (
	"fmt"
	"strings"
	"testing"
)

// TestIfNoneMatchOfEveryShape: a list that holds the ETag, or the star, gives 304; whatever can't be read gives the whole answer.
func TestIfNoneMatchOfEveryShape(t *testing.T) {
	s := open(t, "/")
	etag := ask(s, "GET", "/"+wasmName).Header.Get("ETag")
	for _, c := range []struct {
		match string
		want  int
	}{
		{"*", 304},
		{" * ", 304},
		{etag, 304},
		{"\t" + etag + " ", 304},
		{"W/" + etag, 304},
		{`"a","b",` + etag, 304},
		{`W/"a", W/` + etag + `, "b"`, 304},
		{`, ,` + etag, 304},
		{`"",` + etag, 304},
		{`"a,b", ` + etag, 304}, // a comma within a tag
		{strings.Repeat(`"0123456789ab", `, 650) + etag, 304},
		{"", 200},
		{`""`, 200},
		{`W/`, 200},
		{`w/` + etag, 200},
		{`"`, 200},
		{strings.TrimSuffix(etag, `"`), 200},
		{strings.TrimPrefix(etag, `"`), 200},
		{strings.Trim(etag, `"`), 200},
		{strings.ToUpper(etag), 200},
		{`'` + strings.Trim(etag, `"`) + `'`, 200},
		{etag + "x", 304}, // the tag is whole; what follows it isn't one
		{"x" + etag, 200},
		{`"a" "b"`, 200},
		{`"a"; q=1`, 200},
		{"\xff\xfe", 200},
		{strings.Repeat(",", 10000), 200},
		{strings.Repeat(`"`, 10000), 200},
		{strings.Repeat("W/", 5000), 200},
		{strings.Repeat("x", 10000), 200},
	} {
		for _, method := range []string{"GET", "HEAD"} {
			r := ask(s, method, "/"+wasmName, "If-None-Match", c.match)
			got := body(t, r)
			if whole := method == "GET" && c.want == 200; r.StatusCode != c.want || whole != (got == "0123456789") || !whole && got != "" {
				t.Errorf("%s, If-None-Match: %.60q (%d bytes): %d %q, want %d", method, c.match, len(c.match), r.StatusCode, got, c.want)
			}
		}
	}
	if r := ask(s, "GET", "/"+wasmName, "If-None-Match", `"a"`, "If-None-Match", etag); r.StatusCode != 304 {
		t.Errorf("the ETag on a second line: %d, want 304", r.StatusCode)
	}
	if r := ask(s, "POST", "/"+wasmName, "If-None-Match", "*"); r.StatusCode != 405 {
		t.Errorf("POST, If-None-Match: *: %d, want 405", r.StatusCode)
	}
}

// TestRangesOfEveryShape asks for parts of ten bytes in every way but the right ones, which TestRanges has.
func TestRangesOfEveryShape(t *testing.T) {
	s := open(t, "/")
	for _, c := range []struct {
		asked  string
		status int
		body   string // when 200 or 206, and one part
		parts  int    // when several
	}{
		{"bytes=0-3,2-5", 206, "", 2}, // overlapping, less than the whole
		{"bytes=0-5,4-9", 200, "0123456789", 0},
		{"bytes=-3,-3,-3", 206, "", 3},
		{"bytes=-9,-9", 200, "0123456789", 0},
		{"bytes=8-,0-1", 206, "", 2}, // not in order
		{"bytes=0-0,20-30", 206, "0", 0},
		{"bytes=0-0,,2-2, ,4-4", 206, "", 3},
		{"bytes=1-1,", 206, "1", 0},
		{"bytes= 1 - 2 ", 206, "12", 0},
		{"bytes=0-99999999999999999", 206, "0123456789", 0},
		{"bytes=-99999999999999999", 206, "0123456789", 0},
		{"bytes=9223372036854775807-", 416, "", 0},
		{"bytes=9223372036854775808-", 416, "", 0},
		{"bytes=0-9223372036854775808", 416, "", 0},
		{"bytes=-9223372036854775808", 416, "", 0},
		{"bytes=20-30,40-", 416, "", 0},
		{"bytes=-0", 416, "", 0},
		{"bytes=-000", 416, "", 0},
		{"bytes=-0,4-5", 206, "45", 0},
		{"bytes=-", 416, "", 0},
		{"bytes=--1", 416, "", 0},
		{"bytes=1", 416, "", 0},
		{"bytes=1-2-3", 416, "", 0},
		{"bytes=0x1-0x2", 416, "", 0},
		{"bytes=1.0-2", 416, "", 0},
		{"bytes=2-1,0-0", 416, "", 0},
		{"bytes=\x00-1", 416, "", 0},
		{"bytes=１-２", 416, "", 0},
		{"bytes=", 200, "0123456789", 0},
		{"bytes=,,,", 200, "0123456789", 0},
		{"bytes", 200, "0123456789", 0},
		{"bytes 0-1", 200, "0123456789", 0},
		{"Bytes=0-1", 206, "01", 0}, // units have no case
		{"BYTES=0-1", 206, "01", 0},
		{"0-1", 200, "0123456789", 0},
		{"", 200, "0123456789", 0},
		{"none", 200, "0123456789", 0},
		{strings.Repeat("x", 10000), 200, "0123456789", 0},
		{"bytes=" + strings.Repeat("0-0,", 10000), 200, "0123456789", 0},
	} {
		r := ask(s, "GET", "/"+wasmName, "Range", c.asked)
		got := body(t, r)
		if r.StatusCode != c.status || c.body != "" && got != c.body || strings.Count(got, "Content-Range: bytes ") != c.parts {
			t.Errorf("Range: %.40q: %d %q, want %d %q and %d parts", c.asked, r.StatusCode, got, c.status, c.body, c.parts)
		}
		if one := c.status == 206 && c.parts == 0; one && r.Header.Get("Content-Length") != fmt.Sprint(len(c.body)) {
			t.Errorf("Range: %q: Content-Length %q", c.asked, r.Header.Get("Content-Length"))
		}
	}
}

// TestRangeOfNothing: an empty file has no part.
func TestRangeOfNothing(t *testing.T) {
	files := built("/")
	files["js/0123456789ab/main.js"].Data = nil
	s, err := readSite(files, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, asked := range []string{"bytes=0-", "bytes=-5", "bytes=-0", "bytes=0-0"} {
		if r := ask(s, "GET", "/js/0123456789ab/main.js", "Range", asked); r.StatusCode != 200 || body(t, r) != "" {
			t.Errorf("Range: %s: %d", asked, r.StatusCode)
		}
	}
}

// TestManySmallRanges: each part costs a header of about 100 bytes, so that thousands of them make a small file a large answer.
func TestManySmallRanges(t *testing.T) {
	files := built("/")
	files[wasmName].Data = make([]byte, 100_000)
	s, err := readSite(files, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{2, maxRanges, maxRanges + 1, 15_000} {
		r := ask(s, "GET", "/"+wasmName, "Range", "bytes="+strings.TrimSuffix(strings.Repeat("1-1,", n), ","))
		want := 206
		if n > maxRanges {
			want = 200
		}
		if got := body(t, r); r.StatusCode != want || len(got) > 100_000 {
			t.Errorf("%d ranges of a byte: %d, %d bytes, want %d", n, r.StatusCode, len(got), want)
		}
	}
}
