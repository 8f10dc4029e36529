/** Keeps the parser's own sentences out: all that is wanted of them is the one token that could have stood there. */
import { LangiumParserErrorMessageProvider } from "langium"

type Mismatch = Parameters<LangiumParserErrorMessageProvider["buildMismatchTokenMessage"]>[0]

export class ExpectedToken extends LangiumParserErrorMessageProvider {
  override buildMismatchTokenMessage({ expected }: Mismatch): string {
    return expected.name
  }
}
