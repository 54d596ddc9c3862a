package dev.retune.pair;

import dev.retune.document.Chunk;
import dev.retune.pair.builtin.Corpus;
import dev.retune.pair.builtin.Writing;
import java.util.Collection;
import java.util.List;

/// Makes questions from passages by rules, in English and Chinese, without a language model: from
/// definitions, figures, conditions and instructions, reasons, parts, places, table rows and
/// headings. The same passages always give the same questions. It writes fewer than wanted rather
/// than bad ones, and none where no rule fits.
public final class BuiltInQuestionWriter implements QuestionWriter {
  private final Writing writing;

  /// @param chunks all passages of the project: what is frequent elsewhere tells little, and what
  ///   stands in several passages is not asked about
  public BuiltInQuestionWriter(Collection<Chunk> chunks) {
    this.writing =
        new Writing(
            Corpus.of(
                chunks.stream().map(Chunk::whole).toList(),
                chunks.stream()
                    .filter(chunk -> !chunk.headingPath().isEmpty())
                    .map(chunk -> chunk.headingPath().getLast())
                    .toList()));
  }

  @Override
  public String name() {
    return "built-in";
  }

  @Override
  public Origin origin() {
    return Origin.BUILT_IN;
  }

  /// One: each passage must see what was asked about those before it.
  @Override
  public int parallelism() {
    return 1;
  }

  @Override
  public TokenUsage usage() {
    return TokenUsage.NONE;
  }

  @Override
  public List<WrittenQuestion> write(ChunkContext context, int count) {
    var chunk = context.chunk();
    boolean chinese = Language.of(chunk.text()) == Language.CHINESE;
    return writing
        .write(chunk.whole(), chunk.headingPath(), chinese, count, context.taken())
        .stream()
        .map(draft -> new WrittenQuestion(draft.question(), draft.answer()))
        .toList();
  }
}
