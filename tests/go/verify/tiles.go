package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"regexp"

	"golang.org/x/mod/sumdb/tlog"
)

// A tile has as many levels, and so many hashes; a bundle of entries so many entries.
const (
	tileHeight  = 8
	tileWidth   = 1 << tileHeight
	mostEntries = tileWidth * (2 + mostEvent)
)

const place = `(x[0-9]{3}/)*[0-9]{3}(\.p/([1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?$`

var (
	tileName    = regexp.MustCompile(`^tile/([0-9]|[1-5][0-9]|6[0-3])/` + place)
	entriesName = regexp.MustCompile(`^tile/entries/` + place)
)

// placeOf writes where a tile is on its level: as Go does it, but for the height in front.
func placeOf(index int64, width int) string {
	tile := tlog.Tile{H: tileHeight, L: 0, N: index, W: width}
	return tile.Path()[len("tile/8/0/"):]
}

// tiles lets Go's own reader of tiles fetch every leaf's hash, which it compares with the root, and
// hashes every entry; the parts have to be just those that a tree of this size has.
func (c *check) tiles() error {
	if c.said == nil {
		return nil
	}
	there := 0
	for name := range c.parts {
		if tileName.MatchString(name) || entriesName.MatchString(name) {
			there++
		}
	}
	if selection, _ := c.said["selection"].(map[string]any); len(selection) > 0 {
		if there > 0 {
			c.fault("tiles")
		}
		return nil
	}
	wanted := map[string]bool{}
	for level, hashes := 0, c.top.size; hashes > 0; level, hashes = level+1, hashes/tileWidth {
		for index := int64(0); index*tileWidth < hashes; index++ {
			width := int64(tileWidth)
			if rest := hashes - index*tileWidth; rest < width {
				width = rest
			}
			wanted[fmt.Sprintf("tile/%d/%s", level, placeOf(index, int(width)))] = true
			if level == 0 {
				wanted["tile/entries/"+placeOf(index, int(width))] = true
			}
		}
	}
	for name := range wanted {
		if c.parts[name] == nil {
			c.fault("tiles")
			return nil
		}
	}
	if there != len(wanted) {
		c.fault("tiles")
		return nil
	}
	// What Go's reader need not read of a level because it follows from the one below.
	tree := tlog.TileHashReader(tlog.Tree{N: c.top.size, Hash: c.top.root}, zipTiles{c})
	for start := int64(0); start < c.top.size; start += tileWidth {
		width := int64(tileWidth)
		if rest := c.top.size - start; rest < width {
			width = rest
		}
		indexes := make([]int64, width)
		for at := range indexes {
			indexes[at] = tlog.StoredHashIndex(0, start+int64(at))
		}
		hashes, failed := tree.ReadHashes(indexes)
		if failed != nil {
			c.fault("tiles")
			return nil
		}
		entries, err := c.content("tile/entries/" + placeOf(start/tileWidth, int(width)))
		if err != nil {
			return err
		}
		for _, hash := range hashes {
			if len(entries) < 2 {
				c.fault("tiles")
				return nil
			}
			end := 2 + int(binary.BigEndian.Uint16(entries))
			if end > len(entries) || tlog.RecordHash(entries[2:end]) != hash {
				c.fault("tiles")
				return nil
			}
			entries = entries[end:]
		}
		if len(entries) > 0 {
			c.fault("tiles")
		}
	}
	return nil
}

func (c *check) content(name string) ([]byte, error) {
	part, err := c.parts[name].Open()
	if err != nil {
		return nil, err
	}
	defer part.Close()
	return io.ReadAll(part)
}

// zipTiles gives Go's reader the tiles of an export.
type zipTiles struct{ check *check }

func (z zipTiles) Height() int { return tileHeight }

func (z zipTiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range tiles {
		name := fmt.Sprintf("tile/%d/%s", tile.L, placeOf(tile.N, tile.W))
		if z.check.parts[name] == nil {
			return nil, errors.New("no such tile")
		}
		content, err := z.check.content(name)
		if err != nil {
			return nil, err
		}
		if len(content) != tile.W*tlog.HashSize {
			return nil, errors.New("another width")
		}
		found = append(found, content)
	}
	return found, nil
}

func (z zipTiles) SaveTiles([]tlog.Tile, [][]byte) {}
