package dev.retune.cli;

import dev.retune.pair.FailedChunk;
import dev.retune.pair.WritingListener;
import dev.retune.workflow.WriteQuestions;
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

  @Override
  public Integer call() {
    try (var session = open()) {
      var summary =
          session.writing().run(writer, perPassage, context.progress(), WritingListener.none());
      result(
          summary,
          () -> {
            context.say("generate.done", summary.pairs(), summary.written(), summary.skipped());
            summary.failed().forEach(failed -> context.output().line("  " + describe(failed)));
          });
      return summary.failed().isEmpty() ? 0 : 1;
    }
  }

  private String describe(FailedChunk failed) {
    var reason = failed.reason().cause().in(context.output().locale());
    return failed.documentName() + ", " + failed.page() + ": " + reason;
  }
}
