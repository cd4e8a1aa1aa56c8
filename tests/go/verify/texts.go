package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"io"
)

type text struct {
	Index *int64  `json:"index"`
	Name  *string `json:"name"`
	Salt  *string `json:"salt"`
	Text  *string `json:"text"`
}

// texts are the released texts, read alongside the events that commit themselves to them.
type texts struct {
	check  *check
	lines  *bufio.Reader
	digest hash.Hash
	next   *text
}

func (c *check) newTexts() (*texts, error) {
	found := &texts{check: c, digest: sha256.New()}
	if c.parts["texts.ndjson"] == nil {
		return found, nil
	}
	part, err := c.parts["texts.ndjson"].Open()
	if err != nil {
		return nil, err
	}
	found.lines = bufio.NewReader(part)
	return found, found.read()
}

func (t *texts) sha256() any {
	if t.lines == nil {
		return nil
	}
	return hex.EncodeToString(t.digest.Sum(nil))
}

func (t *texts) read() error {
	for t.next = nil; t.lines != nil; {
		line, err := t.lines.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if len(line) == 0 {
			return nil
		}
		t.digest.Write(line)
		var found text
		if json.Unmarshal(line, &found) == nil &&
			found.Index != nil && found.Name != nil && found.Salt != nil && found.Text != nil {
			t.next = &found
			return nil
		}
		t.check.fault("texts")
	}
	return nil
}

func (t *texts) of(index int64, said map[string]any) error {
	for t.next != nil && *t.next.Index <= index {
		if *t.next.Index < index || !opens(t.next, said["texts"]) {
			t.check.fault("texts")
		}
		if err := t.read(); err != nil {
			return err
		}
	}
	return nil
}

func (t *texts) end() error {
	for t.next != nil {
		t.check.fault("texts")
		if err := t.read(); err != nil {
			return err
		}
	}
	return nil
}

func opens(given *text, stated any) bool {
	salt, err := hex.DecodeString(*given.Salt)
	if err != nil || len(salt) != 32 {
		return false
	}
	digest := sha256.Sum256([]byte("draftgate/text/v1\n" + string(salt) + *given.Text))
	wanted := map[string]any{"name": *given.Name, "sha256": hex.EncodeToString(digest[:])}
	list, _ := stated.([]any)
	for _, each := range list {
		if same(each, wanted) {
			return true
		}
	}
	return false
}
