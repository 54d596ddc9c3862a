package dev.retune.cli;

import dev.retune.document.ChunkingMethod;
import dev.retune.document.ChunkingOptions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How documents are to be cut.
final class ChunkingWords {
  @Option(names = "--chunks", paramLabel = "sentences|headings|pages|fixed|semantic")
  @Nullable ChunkingMethod method;

  @Option(names = "--max-tokens", paramLabel = "<tokens>")
  @Nullable Integer maxTokens;

  @Option(names = "--overlap", paramLabel = "<tokens>")
  @Nullable Integer overlap;

  @Option(names = "--min-tokens", paramLabel = "<tokens>")
  @Nullable Integer minTokens;

  /// Whether any was given.
  boolean given() {
    return method != null || maxTokens != null || overlap != null || minTokens != null;
  }

  private boolean complete() {
    return method != null && maxTokens != null && overlap != null && minTokens != null;
  }

  /// The project's options with what was given, which need not be readable where all was. An
  /// overlap that was not is lowered to what the longest passage allows.
  ///
  /// @throws dev.retune.text.ProblemException if the numbers do not go together
  ChunkingOptions over(Supplier<ChunkingOptions> projects) {
    var former = complete() ? ChunkingOptions.DEFAULT : projects.get();
    int most = maxTokens == null ? former.maxTokens() : maxTokens;
    return new ChunkingOptions(
        method == null ? former.method() : method,
        most,
        overlap == null ? Math.min(former.overlapTokens(), Math.max(0, most / 2)) : overlap,
        minTokens == null ? Math.min(former.minTokens(), Math.max(0, most)) : minTokens);
  }
}
