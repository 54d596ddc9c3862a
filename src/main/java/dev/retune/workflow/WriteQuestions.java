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
  /// Passages a second, roughly.
  private static final int BUILT_IN_PACE = 400;

  private static final int LLM_SECONDS = 4;

  /// Tokens of the instructions, and of one question with its answer.
  private static final int PROMPT = 250;

  private static final int ANSWER = 60;

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
  /// @param name the model's name and address; empty for the built-in writer
  /// @param ready whether it can start
  /// @param passages passages without questions
  /// @param seconds rough time; 0 where nothing is known
  /// @param tokens rough use of a language model; 0 for the built-in writer
  public record Plan(
      Writer writer, String name, boolean ready, int passages, int seconds, long tokens) {}

  /// What writing would do now.
  public Plan plan(Writer writer, int perPassage) {
    var open = pairs.open();
    var passages = open.count();
    return switch (writer) {
      case BUILT_IN ->
          new Plan(writer, "", true, passages, Math.ceilDiv(passages, BUILT_IN_PACE), 0);
      case LLM -> {
        var endpoint = endpoint();
        var settings = llmSettings(endpoint);
        var read = open.tokens() + (long) passages * PROMPT;
        var written = (long) passages * perPassage * ANSWER;
        var seconds = Math.ceilDiv(passages * LLM_SECONDS, settings.parallel());
        var name = endpoint.configured() ? endpoint.model() + " · " + endpoint.baseUrl() : "";
        yield new Plan(writer, name, endpoint.configured(), passages, seconds, read + written);
      }
    };
  }

  /// Writes, storing each passage's questions at once.
  ///
  /// @param perPassage questions wanted for each passage
  /// @throws java.util.concurrent.CancellationException if cancelled; what was written is kept
  /// @throws dev.retune.text.ProblemException if no language model is set up, or it refuses
  public WritingSummary run(
      Writer writer, int perPassage, Progress progress, WritingListener listener) {
    var chunks = documents.allChunks();
    return new QuestionRun(pairs, reviewer, workbench.clock())
        .run(writer(writer, chunks), chunks, perPassage, progress, listener);
  }

  private QuestionWriter writer(Writer writer, List<Chunk> chunks) {
    return switch (writer) {
      case BUILT_IN -> new BuiltInQuestionWriter(chunks);
      case LLM -> {
        var endpoint = endpoint();
        if (!endpoint.configured()) {
          throw Problem.of(WriteQuestions.class, "llm.missing").exception();
        }
        yield new LlmQuestionWriter(llmSettings(endpoint));
      }
    };
  }

  private LlmSettings llmSettings(Settings.LlmEndpoint endpoint) {
    return LlmSettings.of(endpoint.baseUrl(), endpoint.model(), workbench.llmKeys().of(endpoint));
  }

  private Settings.LlmEndpoint endpoint() {
    return workbench.settings().get().llm();
  }
}
