// Signatures says of each Ed25519 signature whether Go's standard library verifies it.
//
// It reads one JSON object a line, with the key, the signature and the message in hexadecimal, and
// answers each with true or false.
package main

import (
	"bufio"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
)

type request struct {
	Key       string `json:"key"`
	Signature string `json:"signature"`
	Message   string `json:"message"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var asked request
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		key, message := decoded(asked.Key), decoded(asked.Message)
		fmt.Println(len(key) == ed25519.PublicKeySize &&
			ed25519.Verify(key, message, decoded(asked.Signature)))
	}
}

func decoded(text string) []byte {
	value, err := hex.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return value
}
