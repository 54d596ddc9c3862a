package dev.retune.cli;

import dev.retune.document.Document;
import dev.retune.document.RereadRequest;
import dev.retune.document.Treatment;
import dev.retune.document.ocr.LanguageNames;
import dev.retune.pair.LostPair;
import dev.retune.pair.RechunkSummary;
import dev.retune.text.Problem;
import dev.retune.workflow.ProjectSession;
import dev.retune.workflow.RereadSummary;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Reads documents or pages of them again, or leaves them out.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class RereadCommand extends ProjectCommand {
  @Mixin DocumentWords words = new DocumentWords();

  @Option(names = "--pages", paramLabel = "<3-5,9>", converter = PageList.Converter.class)
  @Nullable PageList pages;

  @Option(
      names = "--treatment",
      paramLabel = "automatic|recognise|own-text|leave-out",
      converter = TreatmentName.class)
  @Nullable Treatment treatment;

  @Option(names = "--languages", paramLabel = "<eng+deu>")
  @Nullable String languages;

  @Option(names = "--replace-corrected")
  boolean overCorrected;

  @Option(names = "--no-tables")
  boolean withoutTables;

  @Option(names = "--password-variable", paramLabel = "<variable>")
  @Nullable String passwordVariable;

  RereadCommand(Context context) {
    super(context);
  }

  private record Done(
      int documents,
      int pages,
      int correctedPagesKept,
      int passagesBefore,
      int passagesAfter,
      int kept,
      int moved,
      int returned,
      int joined,
      int reopened,
      int resplit,
      List<LostPair> lost,
      List<String> warnings) {}

  @Override
  public Integer call() {
    try (var session = open()) {
      if (passwordVariable != null) {
        session.passwords().tryOnAll(PasswordVariable.read(passwordVariable));
      }
      var request =
          new RereadRequest(
              pages == null ? Set.of() : pages.numbers(),
              treatment,
              languages == null ? null : LanguageNames.parse(automatic(languages)),
              overCorrected);
      var documents = documents(session);
      var summary =
          session
              .rereading()
              .run(
                  documents.stream().map(Document::id).toList(),
                  request,
                  !withoutTables,
                  context.progress());
      return show(summary);
    }
  }

  private static String automatic(String languages) {
    return languages.equals("automatic") ? "" : languages;
  }

  /// Those that were named, or all whose files the project has.
  private List<Document> documents(ProjectSession session) {
    var named = words.of(session);
    var documents =
        named.isEmpty()
            ? session.documents().documents().stream()
                .filter(document -> session.documents().original(document.id()).isPresent())
                .toList()
            : named;
    if (pages != null && documents.size() != 1) {
      throw Problem.of(RereadCommand.class, "reread.one").exception();
    }
    return documents;
  }

  private int show(RereadSummary summary) {
    var pairs = summary.pairs();
    var locale = context.output().locale();
    var done =
        new Done(
            pairs.documents(),
            summary.pages(),
            summary.kept(),
            pairs.chunksBefore(),
            pairs.chunksAfter(),
            pairs.kept(),
            pairs.moved(),
            pairs.returned(),
            pairs.joined(),
            pairs.reopened(),
            pairs.resplit(),
            pairs.lost(),
            summary.warnings().stream().map(warning -> warning.in(locale)).toList());
    return result(done, () -> print(done, pairs));
  }

  private void print(Done done, RechunkSummary pairs) {
    var lines = new MovedPairLines(context);
    context.say(
        "reread.done", done.documents(), done.pages(), done.passagesBefore(), done.passagesAfter());
    if (done.correctedPagesKept() > 0) {
      context.say("reread.kept", done.correctedPagesKept());
    }
    lines.counts(pairs);
    done.warnings().forEach(warning -> context.output().line("  " + warning));
    lines.lost(pairs.lost());
  }
}
