package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"sort"
	"strconv"
	"unicode/utf16"
)

const (
	mostEvent  = 65_535
	mostNumber = 1<<53 - 1
)

var whole = regexp.MustCompile(`^(0|-?[1-9][0-9]{0,15})$`)

// readCanonical reads an object that is written in the one way that RFC 8785 has for it.
func readCanonical(written []byte) (map[string]any, error) {
	decoder := json.NewDecoder(bytes.NewReader(written))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	found, isObject := value.(map[string]any)
	if !isObject || len(written) > mostEvent {
		return nil, errors.New("no event")
	}
	if err := wholeNumbers(value); err != nil {
		return nil, err
	}
	// What stood twice or was spelled otherwise is not as it was.
	if !bytes.Equal(canonical(found), written) {
		return nil, errors.New("not canonical")
	}
	return found, nil
}

func wholeNumbers(value any) error {
	switch each := value.(type) {
	case json.Number:
		number, err := strconv.ParseInt(each.String(), 10, 64)
		if err != nil || !whole.MatchString(each.String()) || number > mostNumber || number < -mostNumber {
			return errors.New("no whole number")
		}
	case []any:
		for _, inner := range each {
			if err := wholeNumbers(inner); err != nil {
				return err
			}
		}
	case map[string]any:
		for _, inner := range each {
			if err := wholeNumbers(inner); err != nil {
				return err
			}
		}
	}
	return nil
}

// canonical writes a value as RFC 8785 has it; numbers are whole and already in their spelling.
func canonical(value any) []byte {
	var out bytes.Buffer
	write(&out, value)
	return out.Bytes()
}

func write(out *bytes.Buffer, value any) {
	switch each := value.(type) {
	case nil:
		out.WriteString("null")
	case bool:
		out.WriteString(strconv.FormatBool(each))
	case json.Number:
		out.WriteString(each.String())
	case string:
		writeText(out, each)
	case []any:
		out.WriteByte('[')
		for at, inner := range each {
			if at > 0 {
				out.WriteByte(',')
			}
			write(out, inner)
		}
		out.WriteByte(']')
	case map[string]any:
		names := make([]string, 0, len(each))
		for name := range each {
			names = append(names, name)
		}
		sort.Slice(names, func(i, j int) bool { return before(names[i], names[j]) })
		out.WriteByte('{')
		for at, name := range names {
			if at > 0 {
				out.WriteByte(',')
			}
			writeText(out, name)
			out.WriteByte(':')
			write(out, each[name])
		}
		out.WriteByte('}')
	default:
		panic(fmt.Sprintf("no JSON: %T", value))
	}
}

// before says which name goes first: by their UTF-16 code units (section 3.2.3).
func before(first, second string) bool {
	one, two := utf16.Encode([]rune(first)), utf16.Encode([]rune(second))
	for at := 0; at < len(one) && at < len(two); at++ {
		if one[at] != two[at] {
			return one[at] < two[at]
		}
	}
	return len(one) < len(two)
}

func writeText(out *bytes.Buffer, text string) {
	out.WriteByte('"')
	for _, char := range text {
		switch char {
		case '"', '\\':
			out.WriteByte('\\')
			out.WriteRune(char)
		case '\b':
			out.WriteString(`\b`)
		case '\f':
			out.WriteString(`\f`)
		case '\n':
			out.WriteString(`\n`)
		case '\r':
			out.WriteString(`\r`)
		case '\t':
			out.WriteString(`\t`)
		default:
			if char < 0x20 {
				fmt.Fprintf(out, `\u%04x`, char)
			} else {
				out.WriteRune(char)
			}
		}
	}
	out.WriteByte('"')
}

func same(one, two any) bool { return reflect.DeepEqual(one, two) }
