package dev.retune.cli;

import dev.retune.document.ChunkingOptions;
import dev.retune.document.Document;
import dev.retune.pair.LostPair;
import dev.retune.pair.RechunkSummary;
import dev.retune.workflow.ChunkingPreview;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Cuts documents into passages anew.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class RechunkCommand extends ProjectCommand {
  @Mixin ChunkingWords words = new ChunkingWords();

  @Mixin DocumentWords chosen = new DocumentWords();

  @Option(names = "--preview")
  boolean preview;

  @Option(names = "--lost")
  boolean lost;

  RechunkCommand(Context context) {
    super(context);
  }

  private record Done(
      String method,
      int documents,
      int passagesBefore,
      int passagesAfter,
      int kept,
      int moved,
      int returned,
      int joined,
      int reopened,
      int resplit,
      List<LostPair> lost,
      List<String> left) {}

  private record Previewed(
      String method,
      int documents,
      int passagesBefore,
      int passagesAfter,
      int shortest,
      int longest,
      double mean,
      long overLimit,
      int limit) {}

  @Override
  public Integer call() {
    try (var session = open()) {
      var rechunking = session.rechunking();
      if (lost) {
        var pairs = rechunking.lost();
        return result(pairs, () -> pairs.forEach(new MovedPairLines(context)::line));
      }
      var options = words.over(rechunking::options);
      var documents = chosen.of(session).stream().map(Document::id).toList();
      if (preview) {
        return show(options, rechunking.preview(documents, options, context.progress()));
      }
      return show(options, rechunking.run(documents, options, context.progress()));
    }
  }

  private int show(ChunkingOptions options, ChunkingPreview preview) {
    var lengths = preview.tokens().stream().mapToInt(Integer::intValue).summaryStatistics();
    var previewed =
        new Previewed(
            name(options),
            preview.documents(),
            preview.before(),
            preview.tokens().size(),
            preview.tokens().isEmpty() ? 0 : lengths.getMin(),
            preview.tokens().isEmpty() ? 0 : lengths.getMax(),
            lengths.getAverage(),
            preview.overLimit(),
            preview.limit());
    return result(
        previewed,
        () -> {
          context.say(
              "rechunk.preview",
              previewed.documents(),
              previewed.method(),
              previewed.passagesBefore(),
              previewed.passagesAfter(),
              previewed.shortest(),
              previewed.longest(),
              Math.round(previewed.mean()),
              previewed.overLimit(),
              previewed.limit());
          preview.left().forEach(name -> context.say("rechunk.left", name));
        });
  }

  private int show(ChunkingOptions options, RechunkSummary summary) {
    var done =
        new Done(
            name(options),
            summary.documents(),
            summary.chunksBefore(),
            summary.chunksAfter(),
            summary.kept(),
            summary.moved(),
            summary.returned(),
            summary.joined(),
            summary.reopened(),
            summary.resplit(),
            summary.lost(),
            summary.left().stream().map(Document::name).toList());
    return result(done, () -> print(done, summary));
  }

  private void print(Done done, RechunkSummary pairs) {
    var lines = new MovedPairLines(context);
    context.say(
        "rechunk.done",
        done.documents(),
        done.method(),
        done.passagesBefore(),
        done.passagesAfter());
    lines.counts(pairs);
    done.left().forEach(name -> context.say("rechunk.left", name));
    lines.lost(pairs.lost());
  }

  private static String name(ChunkingOptions options) {
    return options.method().name().toLowerCase(Locale.ROOT);
  }
}
