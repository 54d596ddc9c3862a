package dev.retune.pair;

import java.util.List;

/// Has a language model write the questions, through any OpenAI-compatible endpoint.
public final class LlmQuestionWriter implements QuestionWriter {
  private final LlmSettings settings;

  public LlmQuestionWriter(LlmSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public Origin origin() {
    return Origin.LLM;
  }

  @Override
  public int parallelism() {
    return settings.parallel();
  }

  @Override
  public TokenUsage usage() {
    return TokenUsage.NONE;
  }

  @Override
  public List<WrittenQuestion> write(ChunkContext chunk, int count) throws InterruptedException {
    throw new UnsupportedOperationException("" + chunk + count);
  }
}
