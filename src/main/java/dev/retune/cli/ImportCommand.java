package dev.retune.cli;

import dev.retune.document.ImportOutcome;
import dev.retune.document.ocr.LanguageNames;
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

  @Option(names = "--languages", paramLabel = "<eng+deu>")
  @Nullable String languages;

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
      @Nullable String problem,
      @Nullable Earlier earlier) {}

  /// Of another version of the document in the project.
  private record Earlier(int added, int gone) {}

  @Override
  public Integer call() {
    try (var session = open()) {
      if (passwordVariable != null) {
        session.passwords().tryOnAll(PasswordVariable.read(passwordVariable));
      }
      if (languages != null) {
        session
            .scanLanguages()
            .choose(LanguageNames.parse(languages.equals("automatic") ? "" : languages));
      }
      if (words.given()) {
        var rechunking = session.rechunking();
        rechunking.choose(words.over(rechunking::options));
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
    var earlier = outcome.earlier();
    return new Line(
        outcome.file().toString(),
        outcome.kind().name().toLowerCase(Locale.ROOT),
        outcome.pages(),
        outcome.chunks(),
        outcome.warnings().stream()
            .map(w -> w.cause().in(locale) + " " + w.remedy().in(locale))
            .toList(),
        problem == null ? null : problem.cause().in(locale) + " " + problem.remedy().in(locale),
        earlier == null ? null : new Earlier(earlier.added(), earlier.gone()));
  }

  private void print(Line line) {
    context.say("import.line", line.file(), line.outcome(), line.pages(), line.passages());
    if (line.earlier() != null) {
      context.say("import.earlier", line.earlier().added(), line.earlier().gone());
    }
    line.warnings().forEach(warning -> context.output().line("  " + warning));
    if (line.problem() != null) {
      context.output().line("  " + line.problem());
    }
  }
}
