"use strict";
// Runs in the Worker: unpacks the engine, then answers one message after the other.
let waiting = [];
function ready() {
  postMessage({ready: true});
  for (const m of waiting) handle(m);
  waiting = null;
}
function handle({id, name, input, data}) {
  const [output, bytes] = answer(name, input, data);
  postMessage({id, output, bytes}, [bytes.buffer]);
}
onmessage = async ({data: m}) => {
  if (!m.engine) {
    waiting ? waiting.push(m) : handle(m);
    return;
  }
  const stream = new Blob([m.engine]).stream().pipeThrough(new DecompressionStream("gzip"));
  const program = await new Response(stream).arrayBuffer();
  const go = new Go();
  const {instance} = await WebAssembly.instantiate(program, go.importObject);
  await go.run(instance);
  throw new Error("the engine has ended"); // it never does of itself
};
onunhandledrejection = (e) => { postMessage({died: String(e.reason)}); };
