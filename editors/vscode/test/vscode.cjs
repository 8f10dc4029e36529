/**
 * Stands in the place of VS Code's API, which exists only inside VS Code, so that the bundled extension can be
 * loaded and activated: it remembers which commands and providers are registered and shows nothing.
 */
const registered = { commands: new Map(), providers: [], shown: [] }

/** Anything that is asked for and not given here can be called, constructed and asked for more. */
function anything(own = {}) {
  return new Proxy(function () {}, {
    get(target, key) {
      if (key in own) return own[key]
      if (key === "then" || key === Symbol.toPrimitive) return undefined
      if (key === "prototype") return target.prototype
      if (key === Symbol.iterator) return [][Symbol.iterator]
      if (key === Symbol.hasInstance) return () => false
      return (own[key] = anything())
    },
    apply: () => anything({ dispose() {} }),
    construct: () => anything({ dispose() {} }),
    set: (_, key, value) => {
      own[key] = value
      return true
    },
  })
}

class Emitter {
  #listeners = []
  event = (listener) => {
    this.#listeners.push(listener)
    return { dispose() {} }
  }
  fire(value) {
    for (const each of this.#listeners) each(value)
  }
  dispose() {}
}

class Place {
  constructor(line, character) {
    Object.assign(this, { line, character })
  }
}

class Uri {
  constructor(text) {
    this.text = text
  }
  static parse(text) {
    return new Uri(text)
  }
  static file(path) {
    return new Uri(`file://${path}`)
  }
  static from({ scheme, path, query }) {
    return new Uri(`${scheme}:${path}?${query}`)
  }
  get scheme() {
    return this.text.split(":")[0]
  }
  get path() {
    return this.text.replace(/^[a-z-]+:(\/\/)?/, "").replace(/\?.*$/, "")
  }
  get fsPath() {
    return this.path
  }
  toString() {
    return this.text
  }
}

const disposable = { dispose() {} }
const event = () => disposable
const complain = (message) => console.error(message)

module.exports = anything({
  registered,
  version: "1.91.0",
  EventEmitter: Emitter,
  Position: Place,
  Uri,
  ViewColumn: { Beside: -2 },
  Disposable: class {
    dispose() {}
    static from() {
      return disposable
    }
  },
  CancellationTokenSource: class {
    token = { isCancellationRequested: false, onCancellationRequested: event }
    cancel() {}
    dispose() {}
  },
  env: anything({ language: "en", appName: "test", uriScheme: "vscode" }),
  commands: anything({
    registerCommand(name, run) {
      registered.commands.set(name, run)
      return disposable
    },
    executeCommand: (name, ...args) => registered.commands.get(name)(...args),
  }),
  languages: anything({
    createDiagnosticCollection: () => ({ set() {}, delete() {}, clear() {}, dispose() {} }),
    match: () => 0,
  }),
  window: anything({
    visibleTextEditors: [],
    activeTextEditor: undefined,
    tabGroups: anything({ all: [], onDidChangeTabs: event }),
    createOutputChannel: () => ({ append: complain, appendLine: complain, show() {}, dispose() {} }),
    showErrorMessage: async (message) => complain(message),
    showTextDocument: async (document) => void registered.shown.push(document.text()),
    onDidChangeActiveTextEditor: event,
    onDidChangeVisibleTextEditors: event,
  }),
  workspace: anything({
    textDocuments: [],
    notebookDocuments: [],
    workspaceFolders: undefined,
    getConfiguration: () => ({ get: (_, usual) => usual }),
    registerTextDocumentContentProvider(scheme, provider) {
      registered.providers.push({ scheme, provider })
      return disposable
    },
    openTextDocument: async (uri) => ({
      uri,
      text: () => registered.providers[0].provider.provideTextDocumentContent(uri),
    }),
    createFileSystemWatcher: () => anything({ onDidCreate: event, onDidChange: event, onDidDelete: event, dispose() {} }),
    onDidSaveTextDocument: event,
    onDidChangeConfiguration: event,
    onDidOpenTextDocument: event,
    onDidCloseTextDocument: event,
    onDidChangeTextDocument: event,
    onWillSaveTextDocument: event,
    onDidChangeWorkspaceFolders: event,
    onDidCreateFiles: event,
    onDidRenameFiles: event,
    onDidDeleteFiles: event,
    onWillCreateFiles: event,
    onWillRenameFiles: event,
    onWillDeleteFiles: event,
  }),
})
