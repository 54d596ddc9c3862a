package dev.retune.workflow;

import dev.retune.document.Chunk;
import dev.retune.document.DocumentStore;
import dev.retune.pair.BuiltInQuestionWriter;
import dev.retune.pair.LlmQuestionWriter;
import dev.retune.pair.LlmSettings;
import dev.retune.pair.PairStore;
import dev.retune.pair.QuestionRun;
import dev.retune.pair.QuestionWriter;
import dev.retune.pair.WritingListener;
import dev.retune.pair.WritingSummary;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.util.List;

/// Has questions written for the passages that have none yet.
public final class WriteQuestions {
  private final Workbench workbench;
  private final DocumentStore documents;
  private final PairStore pairs;
  private final String reviewer;

  WriteQuestions(Workbench workbench, DocumentStore documents, PairStore pairs, String reviewer) {
    this.workbench = workbench;
    this.documents = documents;
    this.pairs = pairs;
    this.reviewer = reviewer;
  }

  /// Who writes.
  public enum Writer {
    /// Rules, without any language model.
    BUILT_IN,
    /// The language model of the settings.
    LLM
  }

  /// What a run would do.
  ///
  /// @param passages passages without questions
  /// @param seconds rough time; 0 where nothing is known
  public record Plan(Writer writer, int passages, int perPassage, int seconds) {}

  /// What writing would do now.
  public Plan plan(Writer writer, int perPassage) {
    var open = open().size();
    var seconds =
        switch (writer) {
          case BUILT_IN -> Math.ceilDiv(open, 400);
          case LLM ->
              Math.ceilDiv(
                  open * 4, LlmSettings.of("", "", workbench.llmKeys().of(endpoint())).parallel());
        };
    return new Plan(writer, open, perPassage, seconds);
  }

  /// Writes, storing each passage's questions at once.
  ///
  /// @param perPassage questions wanted for each passage
  /// @throws java.util.concurrent.CancellationException if cancelled; what was written is kept
  /// @throws dev.retune.text.ProblemException if no language model is set up, or it refuses
  public WritingSummary run(
      Writer writer, int perPassage, Progress progress, WritingListener listener) {
    return new QuestionRun(pairs, reviewer, workbench.clock())
        .run(writer(writer), open(), perPassage, progress, listener);
  }

  private QuestionWriter writer(Writer writer) {
    return switch (writer) {
      case BUILT_IN -> new BuiltInQuestionWriter(documents.allChunks());
      case LLM -> {
        var endpoint = endpoint();
        if (!endpoint.configured()) {
          throw Problem.of(WriteQuestions.class, "llm.missing").exception();
        }
        yield new LlmQuestionWriter(
            LlmSettings.of(endpoint.baseUrl(), endpoint.model(), workbench.llmKeys().of(endpoint)));
      }
    };
  }

  private Settings.LlmEndpoint endpoint() {
    return workbench.settings().get().llm();
  }

  private List<Chunk> open() {
    var taken = pairs.chunksWithPairs();
    return documents.allChunks().stream().filter(chunk -> !taken.contains(chunk.id())).toList();
  }
}
