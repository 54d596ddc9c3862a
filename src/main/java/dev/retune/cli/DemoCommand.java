package dev.retune.cli;

import dev.retune.workflow.RunDemo;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Does the whole job on the sample material and prints base, tuned and BM25.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class DemoCommand extends Command {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  @Option(names = "--language", split = ",", paramLabel = "en|zh")
  List<SampleLanguage> languages = List.of(SampleLanguage.values());

  @Option(names = "--out", paramLabel = "<folder>")
  @Nullable Path out;

  @CommandLine.Mixin TrainOptions options = new TrainOptions();

  DemoCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    var stamp = STAMP.format(LocalDateTime.now(workbench().clock()));
    var folder = out == null ? workbench().home().folder().resolve("demo").resolve(stamp) : out;
    EmptyFolder.require(folder);
    var results = new ArrayList<RunDemo.Result>();
    for (var chosen : languages) {
      var language = chosen.id();
      context.note("demo.language", language, folder.resolve(language));
      var result =
          new RunDemo(workbench())
              .run(
                  folder.resolve(language),
                  language,
                  options::settings,
                  context.progress(),
                  new RunPrinter(context, RunPrinter.EVERY)::print);
      results.add(result);
      if (!json) {
        context.say("demo.result", language, result.folder(), result.reportFile());
        new ReportPrinter(context).print(result.report());
      }
    }
    return result(results, () -> context.say("demo.projects", folder));
  }
}
