package dev.retune.cli;

import dev.retune.pair.FailedChunk;
import dev.retune.pair.WritingListener;
import dev.retune.pair.WritingSummary;
import dev.retune.text.Problem;
import dev.retune.workflow.WriteQuestions;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Has questions written.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class GenerateCommand extends ProjectCommand {
  @Option(names = "--writer", paramLabel = "built_in|llm")
  WriteQuestions.Writer writer = WriteQuestions.Writer.BUILT_IN;

  @Option(names = "--per-passage")
  int perPassage = 2;

  GenerateCommand(Context context) {
    super(context);
  }

  private record Generated(
      int questions, int written, int without, int skipped, long tokens, List<Failed> failed) {}

  private record Failed(String passage, String document, int page, String reason, String remedy) {}

  @Override
  public Integer call() {
    if (perPassage < 1) {
      throw Problem.of(GenerateCommand.class, "generate.none").exception();
    }
    try (var session = open()) {
      var summary =
          session.writing().run(writer, perPassage, context.progress(), WritingListener.none());
      result(
          generated(summary),
          () -> {
            context.say("generate.done", summary.pairs(), summary.written(), summary.skipped());
            if (summary.without() > 0) {
              context.say("generate.without", summary.without());
            }
            summary.failed().forEach(failed -> context.output().line("  " + describe(failed)));
          });
      return summary.failed().isEmpty() ? 0 : 1;
    }
  }

  private Generated generated(WritingSummary summary) {
    return new Generated(
        summary.pairs(),
        summary.written(),
        summary.without(),
        summary.skipped(),
        summary.usage().total(),
        summary.failed().stream().map(this::failed).toList());
  }

  private Failed failed(FailedChunk chunk) {
    var locale = context.output().locale();
    return new Failed(
        chunk.chunkId().toString(),
        chunk.documentName(),
        chunk.page(),
        chunk.reason().cause().in(locale),
        chunk.reason().remedy().in(locale));
  }

  private String describe(FailedChunk failed) {
    var reason = failed.reason().cause().in(context.output().locale());
    return failed.documentName() + ", " + failed.page() + ": " + reason;
  }
}
