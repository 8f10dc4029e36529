/** Langium's parser for `.drama`, without files, documents or an index. What we replace of Langium is named here. */
import { type LangiumParser, EmptyFileSystem, createDefaultCoreModule, createDefaultSharedCoreModule, inject } from "langium"
import type { LangiumCoreServices, LangiumSharedCoreServices } from "langium"
import { DramaturgGeneratedModule, DramaturgGeneratedSharedModule } from "../generated/module.js"
import { createLexer } from "./lexer.js"
import { ExpectedToken } from "./expected.js"

export function createDramaServices(): LangiumCoreServices {
  const shared: LangiumSharedCoreServices = inject(createDefaultSharedCoreModule(EmptyFileSystem), DramaturgGeneratedSharedModule)
  const services: LangiumCoreServices = inject(createDefaultCoreModule({ shared }), DramaturgGeneratedModule, {
    parser: { Lexer: createLexer, ParserErrorMessageProvider: () => new ExpectedToken() },
  })
  shared.ServiceRegistry.register(services)
  return services
}

let parser: LangiumParser | undefined

/** The one parser; building it takes a moment, so it waits until a text is read. It keeps nothing between texts. */
export function dramaParser(): LangiumParser {
  parser ??= createDramaServices().parser.LangiumParser
  return parser
}
