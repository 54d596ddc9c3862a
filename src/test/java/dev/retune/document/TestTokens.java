package dev.retune.document;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.retune.encoder.TokenCounter;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/// The real tokenizers of the two base models, as token counters.
final class TestTokens implements TokenCounter, AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;

  private TestTokens(String base) throws IOException {
    try (var in = TestTokens.class.getResourceAsStream("/" + base + "-tokenizer.json")) {
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              Objects.requireNonNull(in, base),
              Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false"));
    }
  }

  static TestTokens english() throws IOException {
    return new TestTokens("bge-small-en-v1.5");
  }

  static TestTokens chinese() throws IOException {
    return new TestTokens("bge-small-zh-v1.5");
  }

  @Override
  public int count(String text) {
    return tokenizer.encode(text).getIds().length;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
