package dev.retune.cli;

import dev.retune.document.ImportOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings documents into a project.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class ImportCommand extends ProjectCommand {
  @Parameters(arity = "1..*", paramLabel = "<file>")
  List<Path> files = List.of();

  @Option(names = "--no-tables")
  boolean withoutTables;

  @Option(names = "--password-variable", paramLabel = "<variable>")
  @Nullable String passwordVariable;

  @Mixin ChunkingWords words = new ChunkingWords();

  ImportCommand(Context context) {
    super(context);
  }

  private record Line(
      String file,
      String outcome,
      int pages,
      int passages,
      List<String> warnings,
      @Nullable String problem) {}

  @Override
  public Integer call() {
    try (var session = open()) {
      var password = passwordVariable == null ? null : System.getenv(passwordVariable);
      if (password != null) {
        session.passwords().tryOnAll(password);
      }
      if (words.given()) {
        var rechunking = session.rechunking();
        rechunking.choose(words.over(rechunking.options()));
      }
      var lines =
          session.importing().run(files, !withoutTables, context.progress()).outcomes().stream()
              .map(this::line)
              .toList();
      result(lines, () -> lines.forEach(this::print));
      return lines.stream().allMatch(line -> line.problem() == null) ? 0 : 1;
    }
  }

  private Line line(ImportOutcome outcome) {
    var locale = context.output().locale();
    var problem = outcome.problem();
    return new Line(
        outcome.file().toString(),
        outcome.kind().name().toLowerCase(Locale.ROOT),
        outcome.pages(),
        outcome.chunks(),
        outcome.warnings().stream()
            .map(w -> w.cause().in(locale) + " " + w.remedy().in(locale))
            .toList(),
        problem == null ? null : problem.cause().in(locale) + " " + problem.remedy().in(locale));
  }

  private void print(Line line) {
    context.say("import.line", line.file(), line.outcome(), line.pages(), line.passages());
    line.warnings().forEach(warning -> context.output().line("  " + warning));
    if (line.problem() != null) {
      context.output().line("  " + line.problem());
    }
  }
}
