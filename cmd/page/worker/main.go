//go:build js && wasm

// Command worker runs the engine in a Web Worker: it gives the worker a function
// answer(name, json, bytes) → [json, bytes].
package main

import (
	"fmt"
	"syscall/js"

	"phuluc2b/cmd/page/engine"
)

func main() {
	e, err := engine.New()
	if err != nil {
		panic(fmt.Errorf("the embedded fonts: %w", err))
	}
	array := js.Global().Get("Uint8Array")
	js.Global().Set("answer", js.FuncOf(func(_ js.Value, args []js.Value) any {
		var data []byte
		if in := args[2]; in.InstanceOf(array) {
			data = make([]byte, in.Length())
			js.CopyBytesToGo(data, in)
		}
		output, bytes := e.Call(args[0].String(), args[1].String(), data)
		out := array.New(len(bytes))
		js.CopyBytesToJS(out, bytes)
		return []any{output, out}
	}))
	js.Global().Call("ready")
	select {}
}
