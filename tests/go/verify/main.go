// Verify is a second verifier of exports, written apart from the first one in another language.
//
// It uses nothing but Go's standard library and golang.org/x/mod/sumdb. It reads requests from its
// standard input, one JSON object a line, and answers each with a line that holds the kinds of its
// faults, sorted.
package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const mostBytes = 1_000_000

var (
	required = []string{"events.ndjson", "checkpoint", "manifest.dsse.json", "vkeys", "VERIFY.md"}

	earlierName     = regexp.MustCompile(`^checkpoints/(0|[1-9][0-9]{0,17})$`)
	consistencyName = regexp.MustCompile(`^consistency/(0|[1-9][0-9]{0,17})-(0|[1-9][0-9]{0,17})$`)
	proofName       = regexp.MustCompile(`^proofs/(0|[1-9][0-9]{0,17})\.tlog-proof$`)
	attestationName = regexp.MustCompile(`^attestations/(0|[1-9][0-9]{0,17})\.dsse\.json$`)
	sizeLine        = regexp.MustCompile(`^(0|[1-9][0-9]{0,18})$`)
	sizes           = regexp.MustCompile(`^(0|[1-9][0-9]{0,17})-(0|[1-9][0-9]{0,17})?$`)
	moment          = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z$`)
)

type request struct {
	Bundle      string   `json:"bundle"`
	Keys        string   `json:"keys"`
	Checkpoints []string `json:"checkpoints"`
	Now         string   `json:"now"`
}

func main() {
	requests := json.NewDecoder(os.Stdin)
	for {
		var asked request
		if err := requests.Decode(&asked); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		answer, _ := json.Marshal(verdict(asked))
		fmt.Println(string(answer))
	}
}

// verdict returns the kinds of faults of one export.
func verdict(asked request) []string {
	trusted, err := readKeys(asked.Keys)
	if err != nil {
		return []string{"trusted"}
	}
	c := &check{trusted: trusted, origin: trusted[0].key.Name(), now: asked.Now, faults: map[string]bool{}}
	if err := c.run(asked); err != nil {
		c.fault("layout")
	}
	kinds := []string{}
	for kind := range c.faults {
		kinds = append(kinds, kind)
	}
	sort.Strings(kinds)
	return kinds
}

type checkpoint struct {
	size int64
	root tlog.Hash
}

type check struct {
	trusted []keyRange
	origin  string
	now     string
	faults  map[string]bool

	parts   map[string]*zip.File
	top     checkpoint
	topNote string
	said    map[string]any
}

func (c *check) fault(kind string) { c.faults[kind] = true }

// run goes through an export; an error says that it could not be read.
func (c *check) run(asked request) error {
	file, err := zip.OpenReader(asked.Bundle)
	if err != nil {
		return err
	}
	defer file.Close()
	if !c.layout(&file.Reader) {
		return nil
	}
	if err := c.keys(); err != nil {
		return err
	}
	written, err := c.text("checkpoint")
	if err != nil {
		return err
	}
	c.topNote = written
	if c.top, err = c.readCheckpoint(written); err != nil {
		c.fault("checkpoint")
		return nil
	}
	for _, step := range []func() error{
		func() error { return c.against(asked.Checkpoints) }, c.earlier, c.manifest, c.events, c.tiles,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (c *check) layout(file *zip.Reader) bool {
	c.parts = map[string]*zip.File{}
	known := map[string]bool{"texts.ndjson": true}
	for _, name := range required {
		known[name] = true
	}
	for _, part := range file.File {
		name := part.Name
		switch {
		case !known[name] && !earlierName.MatchString(name) && !consistencyName.MatchString(name) &&
			!proofName.MatchString(name) && !attestationName.MatchString(name) &&
			!tileName.MatchString(name) && !entriesName.MatchString(name):
			c.fault("layout")
		case c.parts[name] != nil:
			c.fault("layout")
		case name == "events.ndjson" || name == "texts.ndjson":
		case entriesName.MatchString(name):
			if part.UncompressedSize64 > mostEntries {
				c.fault("layout")
			}
		case part.UncompressedSize64 > mostBytes:
			c.fault("layout")
		}
		c.parts[name] = part
	}
	for _, name := range required {
		if c.parts[name] == nil {
			c.fault("layout")
		}
	}
	return len(c.faults) == 0
}

func (c *check) text(name string) (string, error) {
	part, err := c.parts[name].Open()
	if err != nil {
		return "", err
	}
	defer part.Close()
	content, err := io.ReadAll(part)
	if err == nil && !utf8.Valid(content) {
		err = errors.New("not in UTF-8")
	}
	return string(content), err
}

func (c *check) numbers(pattern *regexp.Regexp) []int64 {
	found := []int64{}
	for name := range c.parts {
		if matched := pattern.FindStringSubmatch(name); matched != nil {
			number, _ := strconv.ParseInt(matched[1], 10, 64)
			found = append(found, number)
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i] < found[j] })
	return found
}

// --- Keys and checkpoints --------------------------------------------------------------------

type keyRange struct {
	vkey         string
	key          note.Verifier
	public       ed25519.PublicKey
	since, until int64
}

func readKeys(written string) ([]keyRange, error) {
	var found []keyRange
	for _, line := range strings.Split(written, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		vkey, ranged, stated := strings.Cut(strings.TrimRight(line, "\r"), " ")
		key, err := note.NewVerifier(vkey)
		if err != nil {
			return nil, err
		}
		value, err := base64.StdEncoding.DecodeString(strings.SplitN(vkey, "+", 3)[2])
		if err != nil || len(value) != 1+ed25519.PublicKeySize {
			return nil, errors.New("no key")
		}
		each := keyRange{vkey, key, ed25519.PublicKey(value[1:]), 0, -1}
		if stated {
			matched := sizes.FindStringSubmatch(ranged)
			if matched == nil {
				return nil, errors.New("no sizes")
			}
			each.since, _ = strconv.ParseInt(matched[1], 10, 64)
			if matched[2] != "" {
				each.until, _ = strconv.ParseInt(matched[2], 10, 64)
			}
		}
		if len(found) > 0 && found[0].key.Name() != key.Name() {
			return nil, errors.New("keys of two logs")
		}
		found = append(found, each)
	}
	if len(found) == 0 {
		return nil, errors.New("no keys")
	}
	return found, nil
}

func (c *check) keys() error {
	written, err := c.text("vkeys")
	if err != nil {
		return err
	}
	listed, err := readKeys(written)
	if err != nil {
		c.fault("keys")
		return nil
	}
	for _, each := range listed {
		known := false
		for _, mine := range c.trusted {
			known = known || mine.vkey == each.vkey
		}
		if !known {
			c.fault("keys")
		}
	}
	return nil
}

func (c *check) holding(size int64) []keyRange {
	var found []keyRange
	for _, each := range c.trusted {
		if each.since <= size && (each.until < 0 || size <= each.until) {
			found = append(found, each)
		}
	}
	return found
}

func (c *check) readCheckpoint(written string) (checkpoint, error) {
	found, err := c.signedBy(written, c.trusted)
	if err != nil {
		return found, err
	}
	return c.signedBy(written, c.holding(found.size))
}

func (c *check) signedBy(written string, keys []keyRange) (checkpoint, error) {
	var verifiers []note.Verifier
	for _, each := range keys {
		verifiers = append(verifiers, each.key)
	}
	opened, err := note.Open([]byte(written), note.VerifierList(verifiers...))
	if err != nil {
		return checkpoint{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != c.origin || !sizeLine.MatchString(lines[1]) {
		return checkpoint{}, errors.New("no checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return checkpoint{}, err
	}
	root, err := readHash(lines[2])
	return checkpoint{size, root}, err
}

func readHash(line string) (tlog.Hash, error) {
	hash, err := tlog.ParseHash(line)
	if err == nil && hash.String() != line {
		err = errors.New("another spelling of a hash")
	}
	return hash, err
}

func (c *check) against(outside []string) error {
	for _, written := range outside {
		held, err := c.readCheckpoint(written)
		if err != nil {
			c.fault("outside")
			continue
		}
		within := c.top
		if held.size != c.top.size {
			name := fmt.Sprintf("checkpoints/%d", held.size)
			if c.parts[name] == nil {
				c.fault("outside")
				continue
			}
			text, err := c.text(name)
			if err != nil {
				return err
			}
			if within, err = c.readCheckpoint(text); err != nil {
				c.fault("outside")
				continue
			}
		}
		if held.size > c.top.size || within.root != held.root {
			c.fault("outside")
		}
	}
	return nil
}

func (c *check) earlier() error {
	var found []checkpoint
	for _, size := range c.numbers(earlierName) {
		text, err := c.text(fmt.Sprintf("checkpoints/%d", size))
		if err != nil {
			return err
		}
		read, err := c.readCheckpoint(text)
		if err != nil || read.size != size || size >= c.top.size {
			c.fault("earlier")
			continue
		}
		found = append(found, read)
	}
	found = append(found, c.top)
	expected := map[string]bool{}
	for at, second := range found[1:] {
		first := found[at]
		name := fmt.Sprintf("consistency/%d-%d", first.size, second.size)
		expected[name] = true
		if c.parts[name] == nil {
			c.fault("consistency")
			continue
		}
		text, err := c.text(name)
		if err != nil {
			return err
		}
		proof, err := readHashes(text)
		if err != nil || tlog.CheckTree(proof, second.size, second.root, first.size, first.root) != nil {
			c.fault("consistency")
		}
	}
	for name := range c.parts {
		if consistencyName.MatchString(name) && !expected[name] {
			c.fault("consistency")
		}
	}
	return nil
}

func readHashes(text string) ([]tlog.Hash, error) {
	found := []tlog.Hash{}
	if text == "" {
		return found, nil
	}
	if !strings.HasSuffix(text, "\n") {
		return nil, errors.New("no line break at the end")
	}
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		hash, err := readHash(line)
		if err != nil {
			return nil, err
		}
		found = append(found, hash)
	}
	return found, nil
}

// --- Statements --------------------------------------------------------------------------------

const payloadType = "application/vnd.in-toto+json"

// opened returns the payload of an envelope that a key for the checkpoint has signed.
func (c *check) opened(name string) (payload []byte, held bool, err error) {
	text, err := c.text(name)
	if err != nil {
		return nil, false, err
	}
	var enclosed struct {
		Payload     string `json:"payload"`
		PayloadType string `json:"payloadType"`
		Signatures  []struct {
			Sig string `json:"sig"`
		} `json:"signatures"`
	}
	if json.Unmarshal([]byte(text), &enclosed) != nil || enclosed.PayloadType != payloadType {
		return nil, false, nil
	}
	payload, failed := base64.StdEncoding.DecodeString(enclosed.Payload)
	if failed != nil {
		return nil, false, nil
	}
	message := append([]byte(fmt.Sprintf("DSSEv1 %d %s %d ", len(payloadType), payloadType, len(payload))), payload...)
	for _, each := range enclosed.Signatures {
		signature, failed := base64.StdEncoding.DecodeString(each.Sig)
		if failed != nil {
			return nil, false, nil
		}
		for _, key := range c.holding(c.top.size) {
			held = held || ed25519.Verify(key.public, message, signature)
		}
	}
	return payload, held, nil
}

func (c *check) predicateType(kind string) string {
	host, _, _ := strings.Cut(c.origin, "/")
	return "https://" + host + "/attestation/" + kind + "/v1"
}

func (c *check) manifest() error {
	payload, held, err := c.opened("manifest.dsse.json")
	if err != nil {
		return err
	}
	said, failed := readCanonical(payload)
	if !held || failed != nil || said["_type"] != statementType {
		c.fault("manifest")
		return nil
	}
	predicate, _ := said["predicate"].(map[string]any)
	at, _ := predicate["exported_at"].(string)
	if said["predicateType"] != c.predicateType("export") || predicate["origin"] != c.origin ||
		predicate["size"] != json.Number(strconv.FormatInt(c.top.size, 10)) || !moment.MatchString(at) {
		c.fault("manifest")
		return nil
	}
	predicate["subject"] = said["subject"]
	c.said = predicate
	if at > c.now {
		c.fault("time")
	}
	written, err := c.text("vkeys")
	if err != nil {
		return err
	}
	lines := []any{}
	for _, line := range strings.Split(written, "\n") {
		if line != "" {
			lines = append(lines, line)
		}
	}
	if !same(predicate["keys"], lines) {
		c.fault("keys")
	}
	guide, err := c.text("VERIFY.md")
	if err != nil {
		return err
	}
	if digest := sha256.Sum256([]byte(guide)); predicate["guide"] != hex.EncodeToString(digest[:]) {
		c.fault("guide")
	}
	return nil
}

// --- Events ------------------------------------------------------------------------------------

func (c *check) events() error {
	indexes := c.numbers(proofName)
	texts, err := c.newTexts()
	if err != nil {
		return err
	}
	part, err := c.parts["events.ndjson"].Open()
	if err != nil {
		return err
	}
	defer part.Close()
	reader, digest := bufio.NewReader(part), sha256.New()
	seen, attested := map[string]bool{}, map[string]bool{}
	lines := 0
	for {
		line, err := reader.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if len(line) == 0 {
			break
		}
		digest.Write(line)
		lines++
		if lines > len(indexes) {
			c.fault("missing")
			continue
		}
		index := indexes[lines-1]
		body := bytes.TrimSuffix(line, []byte("\n"))
		if err := c.proven(index, body); err != nil {
			return err
		}
		said, failed := readCanonical(body)
		if failed != nil || len(body) == len(line) {
			c.fault("canonical")
			continue
		}
		c.event(said, seen)
		if err := texts.of(index, said); err != nil {
			return err
		}
		if err := c.attested(index, said, attested); err != nil {
			return err
		}
	}
	if lines < len(indexes) {
		c.fault("missing")
	}
	if err := texts.end(); err != nil {
		return err
	}
	for name := range c.parts {
		if attestationName.MatchString(name) && !attested[name] {
			c.fault("statement")
		}
	}
	if c.said == nil {
		return nil
	}
	subject := []any{map[string]any{
		"name": "events.ndjson", "digest": map[string]any{"sha256": hex.EncodeToString(digest.Sum(nil))},
	}}
	if !same(c.said["subject"], subject) {
		c.fault("events")
	}
	selection, _ := c.said["selection"].(map[string]any)
	if c.said["events"] != json.Number(strconv.Itoa(lines)) ||
		(len(selection) == 0 && int64(lines) != c.top.size) {
		c.fault("missing")
	}
	if c.said["texts"] != texts.sha256() {
		c.fault("texts")
	}
	return nil
}

func (c *check) proven(index int64, body []byte) error {
	text, err := c.text(fmt.Sprintf("proofs/%d.tlog-proof", index))
	if err != nil {
		return err
	}
	head, top, _ := strings.Cut(text, "\n\n")
	start := fmt.Sprintf("c2sp.org/tlog-proof@v1\nindex %d", index)
	rest := strings.TrimPrefix(head, start)
	hashes, failed := readHashes(strings.TrimPrefix(rest+"\n", "\n"))
	if !strings.HasPrefix(head, start) || failed != nil || top != c.topNote ||
		tlog.CheckRecord(hashes, c.top.size, c.top.root, index, tlog.RecordHash(body)) != nil {
		c.fault("proof")
	}
	return nil
}

func (c *check) event(said map[string]any, seen map[string]bool) {
	if (said["v"] != json.Number("1") && said["v"] != json.Number("2")) || said["log"] != c.origin {
		c.fault("log")
	}
	identity, isText := said["id"].(string)
	if !isText || seen[identity] {
		c.fault("twice")
	}
	seen[identity] = true
	at, _ := said["at"].(string)
	if !moment.MatchString(at) || (c.said != nil && at > c.said["exported_at"].(string)) {
		c.fault("time")
	}
}

const statementType = "https://in-toto.io/Statement/v1"

// attested checks the statement on a sent reply against the one that follows from its event.
func (c *check) attested(index int64, said map[string]any, attested map[string]bool) error {
	sha256, sent := sentText(said)
	if !sent {
		return nil
	}
	name := fmt.Sprintf("attestations/%d.dsse.json", index)
	if c.parts[name] == nil {
		c.fault("statement")
		return nil
	}
	attested[name] = true
	origin, _ := said["log"].(string)
	expected := map[string]any{
		"_type": statementType,
		"subject": []any{map[string]any{
			"name": "draft/" + said["draft"].(string), "digest": map[string]any{"sha256": sha256},
		}},
		"predicateType": c.predicateType("gate-decision"),
		"predicate": map[string]any{
			"agent":      said["actor"],
			"sent_at":    said["at"],
			"location":   said["location"],
			"ticket":     said["ticket"],
			"decision":   said["details"],
			"event":      map[string]any{"id": said["id"], "index": json.Number(strconv.FormatInt(index, 10))},
			"origin":     origin,
			"checkpoint": c.topNote,
		},
	}
	payload, held, err := c.opened(name)
	if err != nil {
		return err
	}
	if !held || !bytes.Equal(payload, canonical(expected)) {
		c.fault("statement")
	}
	return nil
}

func sentText(said map[string]any) (string, bool) {
	if _, named := said["draft"].(string); said["type"] != "draft.sent" || !named {
		return "", false
	}
	texts, _ := said["texts"].([]any)
	for _, each := range texts {
		if stated, _ := each.(map[string]any); stated["name"] == "text" {
			sha256, isText := stated["sha256"].(string)
			return sha256, isText
		}
	}
	return "", false
}
